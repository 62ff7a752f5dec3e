import { cpSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The instructions of the Dockerfile, in order: `['USER', 'node']`. */
export function readDockerfile(): [instruction: string, rest: string][] {
  return readFileSync(join(ROOT, 'Dockerfile'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split(/ (.*)/, 2) as [string, string]);
}

/** What the Dockerfile sets for every command. */
export function imageEnvironment(): Record<string, string> {
  const settings = readDockerfile().filter(([instruction]) => instruction === 'ENV');
  return Object.fromEntries(settings.map(([, setting]) => setting.split(/=(.*)/, 2) as [string, string]));
}

/** Makes the folder that the image has: what .dockerignore lets through, and the packages (those of development too). */
export function buildImageFolder(folder: string): void {
  const patterns = readFileSync(join(ROOT, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  cpSync(ROOT, folder, { recursive: true, filter: (source) => isAdmitted(relative(ROOT, source), patterns) });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
}

/** As the engine reads it: a pattern counts for what is below it too, and the last one that fits decides. */
function isAdmitted(path: string, patterns: readonly string[]): boolean {
  if (path === '') return true;
  const levels = path.split('/').map((_, depth, names) => names.slice(0, depth + 1).join('/'));
  const decisive = patterns.findLast((pattern) => levels.some((level) => fits(level, pattern.replace(/^!/, ''))));
  return decisive === undefined || decisive.startsWith('!');
}

/** Unlike a shell's, the engine's star stands for names that begin with a dot, too. */
function fits(path: string, pattern: string): boolean {
  const expression = pattern
    .split(/(\*\*\/|\*)/)
    .map((piece) => (piece === '**/' ? '(.*/)?' : piece === '*' ? '[^/]*' : RegExp.escape(piece)))
    .join('');
  return new RegExp(`^${expression}$`).test(path);
}

/** Every file of a folder with its size and time, to see whether something was written. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('node_modules'))
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    })
    .sort();
}
