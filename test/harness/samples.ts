import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A block of code in a page of the documentation. */
export interface Sample {
  /** The page's file, from the project's root. */
  page: string;
  /** The line on which its text begins. */
  line: number;
  /** As its fence says; empty where it says nothing. */
  language: string;
  /** What its fence says behind the language: the name of the file that it is. */
  file: string | null;
  text: string;
}

/** The pages whose samples users copy. */
export const PAGES: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  ...globSync('docs/*.md', { cwd: ROOT }).sort(),
];

/** In a list they are indented, and their text with them. */
const FENCED = /^( *)```(\w*)(?: +(\S+))?\n([\s\S]*?)^\1```$/gm;

/** All blocks of code of a page, in its order. */
export function samplesOf(page: string): Sample[] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  return [...text.matchAll(FENCED)].map((match) => ({
    page,
    line: text.slice(0, match.index).split('\n').length + 1,
    language: match[2] as string,
    file: match[3] ?? null,
    text: (match[4] as string).replaceAll(new RegExp(`^${match[1]}`, 'gm'), ''),
  }));
}

/** The sample of a page that is the file of that name. @throws where there is not exactly one */
export function sampleFile(page: string, file: string): Sample {
  const [sample, another] = samplesOf(page).filter((each) => each.file === file);
  if (!sample || another) throw new Error(`${page} has not exactly one sample with the name ${file}.`);
  return sample;
}

export interface SampleFolder {
  /** Loads one of its files as a module. */
  load<Module>(file: string): Promise<Module>;
  path: string;
  remove(): void;
}

/** A folder of its own with these files, which finds the project's packages. @param files text by name */
export function sampleFolder(files: Readonly<Record<string, string>>): SampleFolder {
  const path = mkdtempSync(join(tmpdir(), 'casegraph-sample-'));
  symlinkSync(join(ROOT, 'node_modules'), join(path, 'node_modules'));
  for (const [name, text] of Object.entries({ 'package.json': '{"type":"module"}', ...files })) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return {
    path,
    load: (file) => import(pathToFileURL(join(path, file)).href),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
