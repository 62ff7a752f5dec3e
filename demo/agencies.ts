/** The agencies whose databases the demonstration fills; HUB is the exchange. */
export const AGENCY_CODES = ['POLICE', 'JUSTICE', 'COURTS', 'PROSECUTORS', 'WOMENS_FEDERATION', 'HUB'] as const;

export type AgencyCode = (typeof AGENCY_CODES)[number];
