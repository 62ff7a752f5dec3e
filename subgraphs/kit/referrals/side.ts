import type { ReferralStatus } from '../generated/schema.ts';
import type { Viewer } from '../viewer.ts';
import type { Party } from './rules.ts';

/** The agency's own side of a referral. */
export interface ReferralSide {
  id: string;
  kind: string;
  party: Exclude<Party, 'HUB'>;
  counterpart: string;
  subjectId: string;
  caseId: string | null;
  personTokens: string[];
  /** Whose people of this agency see it. */
  regionCode: string;
  /** The region that its messages name: another one where it was referred onward to there. */
  handledIn: string;
  parentId: string | null;
  status: ReferralStatus;
  version: number;
  /** The request that waits for an answer; null where none does. */
  openRequest: string | null;
  reasonCode: string | null;
  reasonText: string | null;
  /** Sent beside another open referral of the same record; only the system acts on it. */
  orphaned: boolean;
  updatedAt: Date;
}

export interface Actor {
  username: string;
  role: string;
}

export interface SideRow {
  id: string;
  kind: string;
  party: 'SENDER' | 'RECEIVER';
  counterpart: string;
  subject_id: string;
  case_id: string | null;
  person_tokens: string[];
  region_code: string;
  handled_in: string | null;
  parent_id: string | null;
  status: ReferralStatus;
  version: number;
  reason_code: string | null;
  reason_text: string | null;
  open_request: string | null;
  orphaned: boolean;
  updated_at: Date;
}

export function toSide(row: SideRow): ReferralSide {
  return {
    id: row.id,
    kind: row.kind,
    party: row.party,
    counterpart: row.counterpart,
    subjectId: row.subject_id,
    caseId: row.case_id,
    personTokens: row.person_tokens,
    regionCode: row.region_code,
    handledIn: row.handled_in ?? row.region_code,
    parentId: row.parent_id,
    status: row.status,
    version: row.version,
    openRequest: row.open_request,
    reasonCode: row.reason_code,
    reasonText: row.reason_text,
    orphaned: row.orphaned,
    updatedAt: row.updated_at,
  };
}

/** Who acts, for the event and the ledger: the viewer, in the first of its roles. */
export function actorOf(viewer: Viewer): Actor {
  return { username: viewer.username, role: viewer.roles[0] ?? 'none' };
}

export const SYSTEM: Actor = { username: 'system', role: 'system' };
