import type { Knex } from 'knex';
import type { StoreParts } from '../../../kit/definition.ts';
import type { FeedRange, Positioned } from '../../../kit/events/feed.ts';
import { loadLists } from '../../../kit/loaders.ts';
import { regionScope, type Viewer } from '../../../kit/viewer.ts';
import { readsOwn, withinRegion } from '../../../kit/visibility.ts';
import type { ReferralStatus } from '../../generated/resolvers.ts';

export interface AidLeadChange extends Positioned {
  aidLeadId: string;
  action: string;
  status: ReferralStatus;
  version: number;
  fields: string[] | null;
  role: string | null;
  at: Date;
}

interface Row {
  position: number;
  aid_lead_id: string;
  action: string;
  status: ReferralStatus;
  version: number;
  fields: string[] | null;
  role: string | null;
  at: Date;
  parent_key: string;
}

const COLUMNS = ['position', 'aid_lead_id', 'action', 'status', 'version', 'fields', 'role', 'at'].map(
  (column) => `aid_lead_changes.${column}`,
);

export function createAidLeadChanges({ db, viewer }: Pick<StoreParts, 'db' | 'viewer'>) {
  return {
    /** Changes of many leads, newest first: one statement. */
    ofLead: loadLists<Row, AidLeadChange>(
      db,
      viewer,
      'uuid',
      (query) =>
        visibleTo(viewer, query)
          .whereRaw('aid_lead_changes.aid_lead_id = parent.key')
          .orderBy('aid_lead_changes.position', 'desc'),
      toChange,
    ),
  };
}

/** Changes behind one position and up to another, as the viewer sees them: one statement. */
export async function changesBetween(
  db: Knex,
  viewer: Viewer,
  { after, upTo, most }: FeedRange,
): Promise<AidLeadChange[]> {
  const query = visibleTo(viewer, db.queryBuilder())
    .join('aid_leads', 'aid_leads.id', 'aid_lead_changes.aid_lead_id')
    .modify(withinRegion, 'aid_leads.region_code', regionScope(viewer.region))
    .where('aid_lead_changes.position', '>', after)
    .where('aid_lead_changes.position', '<=', upTo);
  return ((await query.orderBy('aid_lead_changes.position').limit(most)) as Row[]).map(toChange);
}

/** The federation's people see all changes of its leads, another agency the steps of the referrals addressed to it. */
function visibleTo(viewer: Viewer, query: Knex.QueryBuilder): Knex.QueryBuilder {
  query.select(COLUMNS).from('aid_lead_changes');
  if (readsOwn(viewer, 'WOMENS_FEDERATION')) return query.whereNotNull('aid_lead_changes.position');
  return query
    .join('referrals', 'referrals.id', 'aid_lead_changes.referral_id')
    .where('referrals.counterpart', viewer.agency);
}

function toChange(row: Row): AidLeadChange {
  return {
    position: row.position,
    aidLeadId: row.aid_lead_id,
    action: row.action,
    status: row.status,
    version: row.version,
    fields: row.fields,
    role: row.role,
    at: row.at,
  };
}
