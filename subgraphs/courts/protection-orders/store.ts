import type { Knex } from 'knex';
import type { StoreParts } from '../../kit/definition.ts';
import { loadByKey, loadLists } from '../../kit/loaders.ts';
import { type PageArgs, pageOf } from '../../kit/paging.ts';
import { readableBy } from '../../kit/visibility.ts';
import type { ProtectionOrderFilter } from '../generated/resolvers.ts';
import type { ProtectionOrderRow } from '../generated/rows.ts';

export type ProtectionOrder = ProtectionOrderRow;

/** Agencies that protect the applicant; no other may learn of an order, lest the offender's side does. */
const PROTECTING_AGENCIES: readonly string[] = ['COURTS', 'POLICE', 'WOMENS_FEDERATION'];

/**
 * Protection orders: only the agencies that protect the applicant see any, whichever way they come to one; the list is
 * the courts' own. There is no way from the respondent to an order.
 */
export function createProtectionOrders({ db, viewer }: StoreParts) {
  const visible = (query: Knex.QueryBuilder = db.queryBuilder()): Knex.QueryBuilder => {
    const orders = query.select('*').from('protectionOrders');
    return PROTECTING_AGENCIES.includes(viewer.agency)
      ? readableBy(viewer, orders, 'regionCode')
      : orders.whereRaw('false');
  };
  return {
    byId: loadByKey<ProtectionOrder>(db, visible, 'id'),
    /** Orders that protect many persons, newest first: one statement. */
    ofApplicant: loadLists<ProtectionOrder>(db, viewer, 'text', (query) =>
      visible(query).whereRaw('applicant_token = parent.key').orderBy('id', 'desc'),
    ),
    /** One statement; none for those who are not of the courts. */
    page: (args: PageArgs, { status, region }: ProtectionOrderFilter) =>
      pageOf<ProtectionOrder>(viewer, args, { rows: visible(), own: 'COURTS', region, where: { status } }),
  };
}
