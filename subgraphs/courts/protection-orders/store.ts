import type { Knex } from 'knex';
import type { StoreParts } from '../../kit/definition.ts';
import { loadByKey, loadLists } from '../../kit/loaders.ts';
import { emptyPage, keysetPage, type PageArgs } from '../../kit/paging.ts';
import { narrowScope, type Viewer } from '../../kit/viewer.ts';
import { readableBy, readsOwn, withinRegion } from '../../kit/visibility.ts';
import type { ProtectionOrderStatus } from '../generated/resolvers.ts';

/** Agencies that protect the applicant; no other may learn of an order, lest the offender's side does. */
const PROTECTING_AGENCIES: readonly string[] = ['COURTS', 'POLICE', 'WOMENS_FEDERATION'];

export interface ProtectionOrder {
  id: string;
  number: string;
  status: ProtectionOrderStatus;
  appliedOn: string;
  issuedOn: string | null;
  validUntil: string | null;
  regionCode: string;
  applicantToken: string;
  respondentToken: string;
  caseId: string | null;
}

interface Row {
  id: string;
  number: string;
  status: ProtectionOrderStatus;
  applied_on: string;
  issued_on: string | null;
  valid_until: string | null;
  region_code: string;
  applicant_token: string;
  respondent_token: string;
  case_id: string | null;
  parent_key: string;
}

const COLUMNS = [
  'id',
  'number',
  'status',
  'applied_on',
  'issued_on',
  'valid_until',
  'region_code',
  'applicant_token',
  'respondent_token',
  'case_id',
];

export interface ProtectionOrderFilter {
  status?: readonly string[] | null;
  region?: string | null;
}

/**
 * Protection orders: only the agencies that protect the applicant see any, whichever way they come to one; the list is
 * the courts' own. There is no way from the respondent to an order.
 */
export function createProtectionOrders({ db, viewer }: StoreParts) {
  const visible = () => visibleTo(viewer, db.queryBuilder());
  return {
    byId: loadByKey<Row, ProtectionOrder>(db, visible, 'id', toOrder),
    /** Orders that protect many persons, newest first: one statement. */
    ofApplicant: loadLists<Row, ProtectionOrder>(
      db,
      viewer,
      'text',
      (query) => visibleTo(viewer, query).whereRaw('applicant_token = parent.key').orderBy('id', 'desc'),
      toOrder,
    ),
    /** One statement. */
    async page(args: PageArgs, filter: ProtectionOrderFilter) {
      const scope = narrowScope(viewer, filter.region);
      if (scope === null || !readsOwn(viewer, 'COURTS')) return emptyPage<ProtectionOrder>(args);
      const query = withinRegion(visible(), 'region_code', scope);
      if (filter.status) query.whereIn('status', [...filter.status]);
      return keysetPage<ProtectionOrder>(query, 'id', args, viewer, toOrder as never);
    },
  };
}

function visibleTo(viewer: Viewer, query: Knex.QueryBuilder): Knex.QueryBuilder {
  const orders = query.select(COLUMNS).from('protection_orders');
  return PROTECTING_AGENCIES.includes(viewer.agency)
    ? readableBy(viewer, orders, 'region_code')
    : orders.whereRaw('false');
}

function toOrder(row: Row): ProtectionOrder {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    appliedOn: row.applied_on,
    issuedOn: row.issued_on,
    validUntil: row.valid_until,
    regionCode: row.region_code,
    applicantToken: row.applicant_token,
    respondentToken: row.respondent_token,
    caseId: row.case_id,
  };
}
