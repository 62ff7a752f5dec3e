import { readdirSync } from 'node:fs';

/** Subgraphs by the name of their folder: every folder below subgraphs/ but the kit. */
export const AGENCY_PARTS: readonly string[] = readdirSync(new URL('../subgraphs/', import.meta.url), {
  withFileTypes: true,
})
  .filter((entry) => entry.isDirectory() && entry.name !== 'kit')
  .map((entry) => entry.name)
  .sort();

/** Everything that `npm run serve -- <part>` starts. */
export const PARTS: readonly string[] = ['database', 'identity', ...AGENCY_PARTS, 'worker', 'gateway'];
