import type { ReferralRow } from '../generated/rows.ts';
import type { Viewer } from '../viewer.ts';

/** The agency's own side of a referral; its region says whose people of the agency see it. */
export interface ReferralSide extends ReferralRow {
  /** The region that its messages name: another one where it was referred onward to there. */
  handledIn: string;
}

export interface Actor {
  username: string;
  role: string;
}

export function toSide(row: ReferralRow): ReferralSide {
  return { ...row, handledIn: row.handledIn ?? row.regionCode };
}

/** Who acts, for the event and the ledger: the viewer, in the first of its roles. */
export function actorOf(viewer: Viewer): Actor {
  return { username: viewer.username, role: viewer.roles[0] ?? 'none' };
}

export const SYSTEM: Actor = { username: 'system', role: 'system' };
