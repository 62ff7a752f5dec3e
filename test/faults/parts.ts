import { PARTS } from '../../runtime/partNames.ts';
import { createDatabasePart } from './databasePart.ts';
import type { FaultHome } from './home.ts';
import { createPart, type PartProcess } from './partProcess.ts';

/** How long a part may take to start on a machine whose cores are all at work. */
export const START_PATIENCE_MS = 60_000;

/** Every part of the product, each in a process of its own; the database first, since it makes the keys. */
export async function startParts(home: FaultHome): Promise<PartProcess[]> {
  const parts = PARTS.map((name) => (name === 'database' ? createDatabasePart(home) : createPart(name, home)));
  try {
    const [database, ...others] = parts as [PartProcess, ...PartProcess[]];
    database.start();
    await database.untilUp(START_PATIENCE_MS);
    for (const part of others) part.start();
    await Promise.all(others.map((part) => part.untilUp(START_PATIENCE_MS)));
    return parts;
  } catch (error) {
    await stopParts(parts);
    throw error;
  }
}

/** The database last. */
export async function stopParts(parts: readonly PartProcess[]): Promise<void> {
  await Promise.all(parts.filter(({ name }) => name !== 'database').map((part) => part.stop()));
  await parts.find(({ name }) => name === 'database')?.stop();
}
