import { join } from 'node:path';
import { AGENCY_PARTS } from '../../runtime/partNames.ts';
import { loadSubgraph } from '../../runtime/parts.ts';
import { KIT_TABLES, migrateDatabase } from '../../subgraphs/kit/database/migrateDatabase.ts';
import { sharedSdl, subgraphSdl } from '../../subgraphs/kit/schema/sdl.ts';
import { columnTypes } from './closedSets.ts';
import { fileOf } from './fileOf.ts';
import { generateRowTypes } from './generate.ts';
import { tableShapes } from './tableShapes.ts';
import { withTemporaryDatabases } from './temporaryDatabases.ts';

/** The record of what has been migrated. */
const NOBODYS = 'migrations';

/** Migrates a database for each of the parts (agencies, and the kit) and writes its row types, below a folder as they will be below the root. */
export async function generateAll(folder: string, parts: readonly string[]): Promise<void> {
  const placesOf = (part: string, enumsFile: string, sdl: string) => ({
    file: join(folder, fileOf(part)).replace(/\.ts$/, ''),
    enumsFile,
    columnTypes: columnTypes(sdl, new URL(`../../subgraphs/${part}/columns.yml`, import.meta.url)),
  });
  await withTemporaryDatabases(async (urlOf) => {
    const [first] = AGENCY_PARTS;
    if (first === undefined) throw new Error('There are no agencies.');
    const databaseUrl = urlOf(first);
    await migrateDatabase(databaseUrl, KIT_TABLES);
    const kitShapes = await tableShapes(databaseUrl);
    if (parts.includes('kit'))
      await generateRowTypes({ ...placesOf('kit', 'schema', sharedSdl()), databaseUrl, except: new Set([NOBODYS]) });
    await Promise.all(
      AGENCY_PARTS.filter((part) => parts.includes(part)).map(async (part) => {
        const databaseUrl = urlOf(part);
        await (await loadSubgraph(part)).migrate(databaseUrl);
        const shapes = await tableShapes(databaseUrl);
        // The exchange has a table of its own that is named as one of the kit's.
        const except = new Set([...shapes.keys()].filter((name) => shapes.get(name) === kitShapes.get(name)));
        await generateRowTypes({ ...placesOf(part, 'resolvers', subgraphSdl(part)), databaseUrl, except });
      }),
    );
  });
}
