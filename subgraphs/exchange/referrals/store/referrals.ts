import type { Knex } from 'knex';
import { loadByKey, loadLists } from '../../../kit/loaders.ts';
import { emptyPage, keysetPage, type PageArgs } from '../../../kit/paging.ts';
import { narrowScope, regionScope, type Viewer } from '../../../kit/viewer.ts';
import { withinRegion } from '../../../kit/visibility.ts';
import type { DeliveryStatus, ReferralStatus } from '../../generated/resolvers.ts';
import type { ReferralRow } from '../../relay/intake/record.ts';

export interface Referral {
  id: string;
  kind: string;
  from: string;
  to: string;
  status: ReferralStatus;
  version: number;
  regionCode: string;
  caseId: string | null;
  personTokens: string[];
  parentId: string | null;
  hops: number;
  returnLoop: boolean;
  sentAt: Date;
  endedAt: Date | null;
}

type Row = ReferralRow & { parent_key: string };

export interface ReferralFilter {
  kind?: readonly string[] | null;
  from?: string | null;
  to?: string | null;
  status?: readonly string[] | null;
  overdue?: boolean | null;
  region?: string | null;
  sentFrom?: string | Date | null;
  sentTo?: string | Date | null;
}

/** Referrals, as the parties and the hub's own people see them, within the viewer's region. */
export function createReferrals(db: Knex, viewer: Viewer) {
  const visible = () => visibleTo(viewer, db.queryBuilder());
  const lists = (keyType: 'uuid' | 'text', condition: string, order: 'asc' | 'desc') =>
    loadLists<Row, Referral>(
      db,
      viewer,
      keyType,
      (query) => visibleTo(viewer, query).whereRaw(condition).orderBy('referrals.id', order),
      toReferral,
    );
  return {
    byId: loadByKey<Row, Referral>(db, visible, 'referrals.id', toReferral),
    ofCase: lists('uuid', 'referrals.case_id = parent.key', 'desc'),
    ofPerson: lists('text', 'referrals.person_tokens @> array[parent.key]', 'desc'),
    childrenOf: lists('uuid', 'referrals.parent_id = parent.key', 'asc'),
    /** One statement. */
    async page(args: PageArgs, filter: ReferralFilter) {
      const scope = narrowScope(viewer, filter.region);
      if (scope === null) return emptyPage<Referral>(args);
      const query = visible().where((rows) => handledOrSentIn(rows, viewer, scope));
      if (filter.kind) query.whereIn('referrals.kind', [...filter.kind]);
      if (filter.from) query.where('referrals.from_agency', filter.from);
      if (filter.to) query.where('referrals.to_agency', filter.to);
      if (filter.status) query.whereIn('referrals.status', [...filter.status]);
      if (filter.sentFrom) query.where('referrals.sent_at', '>=', filter.sentFrom);
      if (filter.sentTo) query.where('referrals.sent_at', '<', filter.sentTo);
      if (filter.overdue != null) query[filter.overdue ? 'whereExists' : 'whereNotExists'](overdueDeadlines(db));
      return keysetPage<Referral>(query, 'referrals.id', args, viewer, toReferral as never);
    },
    /** Delivery of the newest message of many referrals: one statement. */
    deliveryOf: loadByKey<{ referral_id: string; state: DeliveryStatus }, DeliveryStatus>(
      db,
      () => db('deliveries').select('referral_id', 'state').orderBy('seq', 'desc'),
      'referral_id',
      (row) => row.state,
    ),
  };
}

/** Deadlines that have passed and are neither done nor paused. */
function overdueDeadlines(db: Knex): Knex.QueryBuilder {
  return db('referral_deadlines')
    .whereRaw('referral_deadlines.referral_id = referrals.id')
    .whereNull('done_at')
    .whereNull('lapsed_at')
    .whereNull('paused_at')
    .where('due_at', '<', new Date());
}

/** Handled in the region, or sent from there by the viewer's agency and then referred onward to another region. */
function handledOrSentIn(rows: Knex.QueryBuilder, viewer: Viewer, scope: string): void {
  if (scope === '') return;
  withinRegion(rows, 'referrals.region_code', scope);
  rows.orWhere((elsewhere) =>
    withinRegion(elsewhere, 'referrals.sender_region_code', scope).where('referrals.from_agency', viewer.agency),
  );
}

export function visibleTo(viewer: Viewer, query: Knex.QueryBuilder): Knex.QueryBuilder {
  query
    .select('referrals.*')
    .from('referrals')
    .where((rows) => handledOrSentIn(rows, viewer, regionScope(viewer.region)));
  if (viewer.agency !== 'HUB') {
    query.where((parties) =>
      parties.where('referrals.from_agency', viewer.agency).orWhere('referrals.to_agency', viewer.agency),
    );
  }
  return query;
}

function toReferral(row: ReferralRow): Referral {
  return {
    id: row.id,
    kind: row.kind,
    from: row.from_agency,
    to: row.to_agency,
    status: row.status as ReferralStatus,
    version: row.version,
    regionCode: row.region_code,
    caseId: row.case_id,
    personTokens: row.person_tokens,
    parentId: row.parent_id,
    hops: row.hops,
    returnLoop: row.return_loop,
    sentAt: row.sent_at,
    endedAt: row.ended_at,
  };
}
