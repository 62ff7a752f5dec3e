import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A folder of migrations that cannot be run. */
export class MigrationFault extends Error {}

const NAMED = /^(\d{4})_[a-z0-9]+(_[a-z0-9]+)*\.sql$/;

/**
 * A folder's migrations in their order. Two of one number come about where two changes are merged: their order would be by
 * chance, and another one on a database that has run one of them before.
 *
 * @throws MigrationFault where a number is taken twice, or a file has none
 */
export function migrationFiles(folder: URL): URL[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const byNumber = new Map<string, string>();
  for (const name of names) {
    const number = NAMED.exec(name)?.[1];
    if (number === undefined)
      throw new MigrationFault(`The migration ${nameOf(folder)}/${name} is not named like 0007_what_it_does.sql.`);
    const taken = byNumber.get(number);
    if (taken !== undefined)
      throw new MigrationFault(
        `The migrations ${taken} and ${name} in ${nameOf(folder)} have the same number; give the one that no installation has run the next free number.`,
      );
    byNumber.set(number, name);
  }
  return names.map((name) => new URL(name, folder));
}

function nameOf(folder: URL): string {
  const path = fileURLToPath(folder).replace(/\/$/, '');
  return `${basename(path.replace(/\/[^/]*$/, ''))}/${basename(path)}`;
}
