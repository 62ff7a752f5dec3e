import type { Knex } from 'knex';
import { loadLists } from '../../../kit/loaders.ts';
import { readsOf } from '../../../kit/permissions.ts';
import type { Viewer } from '../../../kit/viewer.ts';
import type { CaseStage, DeliveryStatus } from '../../generated/resolvers.ts';
import type { LedgerRow } from '../../generated/rows.ts';

/** What is read of an entry: what was signed is most of it, and nobody asks for it here. */
const READ = [
  'seq',
  'referralId',
  'kind',
  'action',
  'status',
  'version',
  'at',
  'fromAgency',
  'role',
  'regionCode',
  'reasonCode',
  'note',
] as const satisfies readonly (keyof LedgerRow)[];

/** An entry of the ledger, and how far its message has come; null for a notice to both sides. */
export type ReferralEvent = Pick<LedgerRow, (typeof READ)[number]> & { delivery: DeliveryStatus | null };

export interface CaseEvent {
  at: Date;
  what: string;
  agency: string;
  stage: CaseStage | null;
  referralId: string | null;
}

/** What happened, from the ledger. */
export function createHistory(db: Knex, viewer: Viewer) {
  return {
    /** Events of many referrals, newest first: one statement. Whoever sees the referral sees them. */
    ofReferral: loadLists<ReferralEvent>(db, viewer, 'uuid', (query) =>
      query.modify(events).whereRaw('ledger.referral_id = parent.key').orderBy('ledger.seq', 'desc'),
    ),
    /** Stages of many cases and the steps of referrals that the viewer's agency sent (all to the hub's people), newest first, of one moment in the ledger's order: one statement. */
    ofCase: loadLists<CaseEvent>(db, viewer, 'uuid', (query) =>
      query.from(caseEvents(db, viewer).as('events')).orderByRaw('at desc, seq desc, stage'),
    ),
  };
}

/** Entries of the ledger, and how far the message of each has come. */
export function events(query: Knex.QueryBuilder): void {
  query
    .select(...READ.map((column) => `ledger.${column}`), 'deliveries.state as delivery')
    .from('ledger')
    .leftJoin('deliveries', (join) =>
      join.on('deliveries.envelopeId', 'ledger.envelopeId').andOn('deliveries.toAgency', 'ledger.toAgency'),
    );
}

function caseEvents(db: Knex, viewer: Viewer): Knex.QueryBuilder {
  const referrals = db('ledger')
    .select('at', 'action as what', 'fromAgency as agency', db.raw('null as stage'), 'referralId', 'seq')
    .whereRaw('ledger.case_id = parent.key');
  // What case a referral is about is its sender's own knowledge; everybody else reads it under the referral (Referral.case).
  const isOwn = readsOf(viewer).has('OWN');
  if (!isOwn) referrals.whereRaw('false');
  else if (viewer.agency !== 'HUB')
    referrals.whereExists(
      db('referrals').whereRaw('referrals.id = ledger.referral_id').where('fromAgency', viewer.agency),
    );
  return db('caseStages')
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
