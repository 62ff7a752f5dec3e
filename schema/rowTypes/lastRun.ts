import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the row types are made from, and they themselves. */
const FILES = [
  'subgraphs/**/*.sql',
  'subgraphs/*/columns.yml',
  'subgraphs/*/index.ts',
  'subgraphs/kit/database/{migrateDatabase,columnNames}.ts',
  'subgraphs/*/generated/rows.ts',
  'schema/**/*.graphql',
  'schema/rowTypes.ts',
  'schema/rowTypes/*.ts',
  'package-lock.json',
];

/** Below node_modules, so that a fresh install, as in CI, has none. */
const STAMP = 'node_modules/.cache/row-types';

/** Whether nothing has changed since row types were last written here, which takes a database and its seconds. */
export function isSameAsLastRun(root: string): boolean {
  try {
    return readFileSync(join(root, STAMP), 'utf8') === digest(root);
  } catch {
    return false;
  }
}

export function keepLastRun(root: string): void {
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
  writeFileSync(join(root, STAMP), digest(root));
}

function digest(root: string): string {
  const hash = createHash('sha256');
  for (const file of globSync(FILES, { cwd: root }).sort())
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
