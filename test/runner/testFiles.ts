import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
/** Test files stand in these folders. */
const FOLDERS = '{protocol,identity,gateway,runtime,subgraphs,demo,schema,scaffold,test}';
/** What starts or finds the run's PostgreSQL. */
const CLUSTER = 'test/harness/cluster.ts';
/** Processes take seconds, and outlive a test that breaks off. */
const PROCESSES = 'node:child_process';
const IMPORT = /(?:^|[\s;])(?:import|export)\b[^'"`;]*?\bfrom\s*'([^']+)'|\bimport\(\s*'([^']+)'|^import\s+'([^']+)'/gm;

/** All test files of the project, by their path from its root. */
export function findTestFiles(): string[] {
  return globSync(`${FOLDERS}/**/*.test.ts`, { cwd: ROOT }).sort();
}

/** Whether a test file stands beside what it tests, and needs neither a database nor another process. */
export function isQuick(file: string): boolean {
  return !file.startsWith('test/') && isFreeOfBoth(file, new Set());
}

/** Follows what is imported from tests and from the demonstration. */
function isFreeOfBoth(file: string, seen: Set<string>): boolean {
  if (file === CLUSTER) return false;
  if (seen.has(file)) return true;
  seen.add(file);
  return importsOf(file).every((name) => {
    if (name === PROCESSES) return false;
    if (!name.startsWith('.')) return true;
    const imported = relative(ROOT, join(ROOT, dirname(file), name));
    return !/^(test|demo)\//.test(imported) || !existsSync(join(ROOT, imported)) || isFreeOfBoth(imported, seen);
  });
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(IMPORT)].map(([, from, dynamic, bare]) => from ?? dynamic ?? bare ?? '');
}
