import { AGENCIES, type AgencyCode } from '../protocol/generated/agencies.ts';

/** The agencies whose databases the demonstration fills, if only with what the hub tells all of them; HUB is the exchange. */
export const AGENCY_CODES: readonly AgencyCode[] = AGENCIES.map(({ code }) => code);

export type { AgencyCode };
