import type { Knex } from 'knex';
import { loadLists } from '../../../kit/loaders.ts';
import { readsOf } from '../../../kit/permissions.ts';
import type { Viewer } from '../../../kit/viewer.ts';
import type { CaseStage, DeliveryStatus, ReferralStatus } from '../../generated/resolvers.ts';

export interface ReferralEvent {
  sequence: number;
  referralId: string;
  action: string;
  status: ReferralStatus;
  version: number | null;
  at: Date;
  agency: { code: string };
  role: string;
  reasonCode: string | null;
  note: string | null;
  delivery: DeliveryStatus;
}

export interface CaseEvent {
  at: Date;
  what: string;
  agency: { code: string };
  stage: CaseStage | null;
  referralId: string | null;
}

export interface EventRow {
  seq: number;
  referral_id: string;
  action: string;
  status: ReferralStatus;
  version: number | null;
  at: Date;
  from_agency: string;
  role: string;
  reason_code: string | null;
  note: string | null;
  delivery: DeliveryStatus | null;
  parent_key: string;
}

interface CaseEventRow {
  at: Date;
  what: string;
  agency: string;
  stage: CaseStage | null;
  referral_id: string | null;
  parent_key: string;
}

/** What happened, from the ledger. */
export function createHistory(db: Knex, viewer: Viewer) {
  return {
    /** Events of many referrals, newest first: one statement. Whoever sees the referral sees them. */
    ofReferral: loadLists<EventRow, ReferralEvent>(
      db,
      viewer,
      'uuid',
      (query) => query.modify(events).whereRaw('ledger.referral_id = parent.key').orderBy('ledger.seq', 'desc'),
      toEvent,
    ),
    /** Stages of many cases and the steps of referrals that the viewer's agency sent (all to the hub's people), newest first, of one moment in the ledger's order: one statement. */
    ofCase: loadLists<CaseEventRow, CaseEvent>(
      db,
      viewer,
      'uuid',
      (query) => query.from(caseEvents(db, viewer).as('events')).orderByRaw('at desc, seq desc, stage'),
      (row) => ({
        at: row.at,
        what: row.what,
        agency: { code: row.agency },
        stage: row.stage,
        referralId: row.referral_id,
      }),
    ),
  };
}

const EVENT_COLUMNS = [
  'seq',
  'referral_id',
  'action',
  'status',
  'version',
  'at',
  'from_agency',
  'role',
  'reason_code',
  'note',
].map((column) => `ledger.${column}`);

/** Entries of the ledger, and how far the message of each has come. */
export function events(query: Knex.QueryBuilder): void {
  query
    .select(...EVENT_COLUMNS, 'deliveries.state as delivery')
    .from('ledger')
    .leftJoin('deliveries', (join) =>
      join.on('deliveries.envelope_id', 'ledger.envelope_id').andOn('deliveries.to_agency', 'ledger.to_agency'),
    );
}

function caseEvents(db: Knex, viewer: Viewer): Knex.QueryBuilder {
  const referrals = db('ledger')
    .select('at', 'action as what', 'from_agency as agency', db.raw('null as stage'), 'referral_id', 'seq')
    .whereRaw('ledger.case_id = parent.key');
  // What case a referral is about is its sender's own knowledge; everybody else reads it under the referral (Referral.case).
  const isOwn = readsOf(viewer).has('OWN');
  if (!isOwn) referrals.whereRaw('false');
  else if (viewer.agency !== 'HUB')
    referrals.whereExists(
      db('referrals').whereRaw('referrals.id = ledger.referral_id').where('from_agency', viewer.agency),
    );
  return db('case_stages')
    .select(
      'at',
      db.raw("'STAGE' as what"),
      'agency',
      'stage',
      db.raw('null::uuid as referral_id, null::bigint as seq'),
    )
    .whereRaw('case_stages.case_id = parent.key')
    .unionAll(referrals);
}

export function toEvent(row: EventRow): ReferralEvent {
  return {
    sequence: row.seq,
    referralId: row.referral_id,
    action: row.action,
    status: row.status,
    version: row.version,
    at: row.at,
    agency: { code: row.from_agency },
    role: row.role,
    reasonCode: row.reason_code,
    note: row.note,
    delivery: row.delivery ?? 'RELAYED',
  };
}
