import type { Knex } from 'knex';
import { type KeyType, loadByKey, loadLists } from '../../../kit/loaders.ts';
import { type PageArgs, pageOf } from '../../../kit/paging.ts';
import { regionScope, type Viewer } from '../../../kit/viewer.ts';
import { withinRegion } from '../../../kit/visibility.ts';
import type { ReferralFilter } from '../../generated/resolvers.ts';
import type { DeliveryRow, ReferralRow } from '../../generated/rows.ts';

export type Referral = ReferralRow;

/** Referrals, as the parties and the hub's own people see them, within the viewer's region. */
export function createReferrals(db: Knex, viewer: Viewer) {
  const visible = () => visibleTo(viewer, db.queryBuilder());
  const lists = (keyType: KeyType, condition: string, order: 'asc' | 'desc') =>
    loadLists<Referral>(db, viewer, keyType, (query) =>
      visibleTo(viewer, query).whereRaw(condition).orderBy('referrals.id', order),
    );
  return {
    byId: loadByKey<Referral>(db, visible, 'referrals.id'),
    ofCase: lists('uuid', 'referrals.case_id = parent.key', 'desc'),
    ofPerson: lists('text', 'referrals.person_tokens @> array[parent.key]', 'desc'),
    childrenOf: lists('uuid', 'referrals.parent_id = parent.key', 'asc'),
    /** One statement. */
    page(args: PageArgs, { kind, from, to, status, overdue, region, sentFrom, sentTo }: ReferralFilter) {
      const rows = visible();
      if (overdue != null) rows[overdue ? 'whereExists' : 'whereNotExists'](overdueDeadlines(db));
      return pageOf<Referral>(viewer, args, {
        rows,
        table: 'referrals',
        region,
        within: (scope) => rows.where((either) => handledOrSentIn(either, viewer, scope)),
        where: { kind, fromAgency: from, toAgency: to, status, sentAt: { from: sentFrom, before: sentTo } },
      });
    },
    /** The newest message of many referrals: one statement. */
    newestDelivery: loadByKey<Pick<DeliveryRow, 'referralId' | 'state'>>(
      db,
      () => db('deliveries').select('referralId', 'state').orderBy('seq', 'desc'),
      'referralId',
    ),
  };
}

/** Deadlines that have passed and are neither done nor paused. */
function overdueDeadlines(db: Knex): Knex.QueryBuilder {
  return db('referralDeadlines')
    .whereRaw('referral_deadlines.referral_id = referrals.id')
    .whereNull('doneAt')
    .whereNull('lapsedAt')
    .whereNull('pausedAt')
    .where('dueAt', '<', new Date());
}

/** Handled in the region, or sent from there by the viewer's agency and then referred onward to another region. */
function handledOrSentIn(rows: Knex.QueryBuilder, viewer: Viewer, scope: string): void {
  if (scope === '') return;
  withinRegion(rows, 'referrals.regionCode', scope);
  rows.orWhere((elsewhere) =>
    withinRegion(elsewhere, 'referrals.senderRegionCode', scope).where('referrals.fromAgency', viewer.agency),
  );
}

export function visibleTo(viewer: Viewer, query: Knex.QueryBuilder): Knex.QueryBuilder {
  query
    .select('referrals.*')
    .from('referrals')
    .where((rows) => handledOrSentIn(rows, viewer, regionScope(viewer.region)));
  if (viewer.agency !== 'HUB') {
    query.where((parties) =>
      parties.where('referrals.fromAgency', viewer.agency).orWhere('referrals.toAgency', viewer.agency),
    );
  }
  return query;
}
