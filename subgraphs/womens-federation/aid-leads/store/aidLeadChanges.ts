import type { Knex } from 'knex';
import type { StoreParts } from '../../../kit/definition.ts';
import type { FeedRange, Positioned } from '../../../kit/events/feed.ts';
import { loadLists } from '../../../kit/loaders.ts';
import { regionScope, type Viewer } from '../../../kit/viewer.ts';
import { readsOwn, withinRegion } from '../../../kit/visibility.ts';
import type { AidLeadChangeRow } from '../../generated/rows.ts';

/** A change that has its position in the feed. */
export type AidLeadChange = AidLeadChangeRow & Positioned;

export function createAidLeadChanges({ db, viewer }: Pick<StoreParts, 'db' | 'viewer'>) {
  return {
    /** Changes of many leads, newest first: one statement. */
    ofLead: loadLists<AidLeadChange>(db, viewer, 'uuid', (query) =>
      visibleTo(viewer, query)
        .whereRaw('aid_lead_changes.aid_lead_id = parent.key')
        .orderBy('aidLeadChanges.position', 'desc'),
    ),
  };
}

/** Changes behind one position and up to another, as the viewer sees them: one statement. */
export async function changesBetween(
  db: Knex,
  viewer: Viewer,
  { after, upTo, most }: FeedRange,
): Promise<AidLeadChange[]> {
  return visibleTo(viewer, db.queryBuilder())
    .join('aidLeads', 'aidLeads.id', 'aidLeadChanges.aidLeadId')
    .modify(withinRegion, 'aidLeads.regionCode', regionScope(viewer.region))
    .where('aidLeadChanges.position', '>', after)
    .where('aidLeadChanges.position', '<=', upTo)
    .orderBy('aidLeadChanges.position')
    .limit(most);
}

/** The federation's people see all changes of its leads, another agency the steps of the referrals addressed to it. */
function visibleTo(viewer: Viewer, query: Knex.QueryBuilder): Knex.QueryBuilder {
  query.select('aidLeadChanges.*').from('aidLeadChanges');
  if (readsOwn(viewer, 'WOMENS_FEDERATION')) return query.whereNotNull('aidLeadChanges.position');
  return query
    .join('referrals', 'referrals.id', 'aidLeadChanges.referralId')
    .where('referrals.counterpart', viewer.agency);
}
