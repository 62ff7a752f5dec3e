import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A copy of the project's files with the packages of the original, under git with one commit. */
export interface Checkout {
  /** Pastes commands into a shell in its folder. @throws Error with what they printed where one fails */
  run(commands: string): Promise<string>;
  /** Adds lines to a file: the first one stands in it already, and the others come below it. */
  addBelow(file: string, lines: string): void;
  /** Takes back the changes of files. */
  restore(...files: string[]): void;
  /** What git says has changed; empty where nothing has. */
  status(): string;
  remove(): void;
}

export function copyCheckout(): Checkout {
  const path = mkdtempSync(join(tmpdir(), 'casegraph-checkout-'));
  // PostgreSQL, which does not run as root, has to enter it.
  chmodSync(path, 0o755);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=test', ...args], { cwd: path, encoding: 'utf8' });
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  for (const file of files.split('\0').filter((name) => name !== '' && existsSync(join(ROOT, name)))) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    cpSync(join(ROOT, file), join(path, file));
  }
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'copy');
  // Of the packages only: caches are the copy's own.
  mkdirSync(join(path, 'node_modules'));
  for (const name of readdirSync(join(ROOT, 'node_modules')))
    if (name !== '.cache') symlinkSync(join(ROOT, 'node_modules', name), join(path, 'node_modules', name));
  const env: NodeJS.ProcessEnv = { ...process.env, PATH: `${join(path, 'node_modules/.bin')}:${process.env.PATH}` };
  // Else a test run in the copy would take itself for a test file of this one.
  delete env.NODE_TEST_CONTEXT;
  return {
    run: (commands) =>
      new Promise((resolve, reject) => {
        execFile('bash', ['-ec', commands], { cwd: path, env, maxBuffer: 1e8 }, (error, stdout, stderr) => {
          if (error) reject(new Error(`${commands}\n${stdout}\n${stderr}`));
          else resolve(stdout);
        });
      }),
    addBelow(file, lines) {
      const [first = '', ...others] = lines.trimEnd().split('\n');
      const text = readFileSync(join(path, file), 'utf8');
      if (!text.includes(`\n${first}\n`)) throw new Error(`${file} has no line ${first}`);
      writeFileSync(join(path, file), text.replace(`\n${first}\n`, `\n${[first, ...others].join('\n')}\n`));
    },
    restore: (...names) => void git('checkout', '--quiet', '--', ...names),
    status: () => git('status', '--porcelain'),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
