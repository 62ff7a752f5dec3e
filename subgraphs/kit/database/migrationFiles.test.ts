import assert from 'node:assert/strict';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startFault } from '../../../runtime/faults.ts';
import { connectDatabase, migrate } from './database.ts';
import { MigrationFault, migrationFiles } from './migrationFiles.ts';

const SUBGRAPHS = fileURLToPath(new URL('../../', import.meta.url));

/** A folder with these files. */
function folderOf(...names: string[]): { folder: URL; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'casegraph-migrations-'));
  for (const name of names) writeFileSync(join(path, name), 'select 1');
  return { folder: pathToFileURL(`${path}/`), remove: () => rmSync(path, { recursive: true }) };
}

describe('migrations', () => {
  it('have each a number of its own in their folder', () => {
    const folders = new Set(globSync('**/migrations/**/*.sql', { cwd: SUBGRAPHS }).map(dirname));
    assert.ok(folders.size >= 10, `${folders.size} folders`);
    for (const folder of folders) assert.ok(migrationFiles(pathToFileURL(join(SUBGRAPHS, folder, '/'))).length > 0);
  });

  it('of one number are refused at the start, before anything is run, in words for whoever merged them', async () => {
    const { folder, remove } = folderOf('0001_tables.sql', '0002_seals.sql', '0002_deadlines.sql');
    // Nobody is asked: the address leads nowhere.
    const db = connectDatabase('postgres://nobody@127.0.0.1:1/none', 1);
    try {
      const fault = await migrate(db, [folder]).catch((error: unknown) => error);
      assert.ok(fault instanceof MigrationFault);
      const said = startFault('police', fault);
      assert.match(
        said ?? '',
        /^police: The migrations 0002_deadlines.sql and 0002_seals.sql in .* have the same number/,
      );
    } finally {
      remove();
      await db.destroy();
    }
  });

  it('without a number are refused', () => {
    const { folder, remove } = folderOf('0001_tables.sql', 'seals.sql');
    assert.throws(() => migrationFiles(folder), /seals\.sql is not named like/);
    remove();
  });
});
