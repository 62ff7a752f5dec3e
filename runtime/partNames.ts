import { readdirSync } from 'node:fs';

const SHARED = ['kit', 'contracts'];

/** Subgraphs by the name of their folder: every folder below subgraphs/ but what all of them share. */
export const AGENCY_PARTS: readonly string[] = readdirSync(new URL('../subgraphs/', import.meta.url), {
  withFileTypes: true,
})
  .filter((entry) => entry.isDirectory() && !SHARED.includes(entry.name))
  .map((entry) => entry.name)
  .sort();

/** Everything that `npm run serve -- <part>` starts. */
export const PARTS: readonly string[] = ['database', 'identity', ...AGENCY_PARTS, 'worker', 'gateway'];
