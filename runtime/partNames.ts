import { AGENCIES } from '../protocol/generated/agencies.ts';

/** The subgraphs, by the names of their folders. */
export const AGENCY_PARTS: readonly string[] = AGENCIES.map(({ part }) => part).sort();

/** Everything that `npm run serve -- <part>` starts. */
export const PARTS: readonly string[] = ['database', 'identity', ...AGENCY_PARTS, 'worker', 'gateway'];
