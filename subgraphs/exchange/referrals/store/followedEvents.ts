import type { Knex } from 'knex';
import type { FeedRange, Positioned } from '../../../kit/events/feed.ts';
import { regionScope, type Viewer } from '../../../kit/viewer.ts';
import type { ReferralEventFilter } from '../../generated/resolvers.ts';
import { events, type ReferralEvent } from './history.ts';
import { visibleTo } from './referrals.ts';

export type FollowedEvent = ReferralEvent & Positioned;

/** Entries of the ledger on referrals that the viewer sees: one statement. */
export async function eventsBetween(
  db: Knex,
  viewer: Viewer,
  { after, upTo, most }: FeedRange,
): Promise<FollowedEvent[]> {
  return db
    .queryBuilder()
    .modify(events)
    .select('ledger.seq as position')
    .where('ledger.seq', '>', after)
    .where('ledger.seq', '<=', upTo)
    .whereExists(visibleTo(viewer, db.queryBuilder()).whereRaw('referrals.id = ledger.referral_id'))
    .orderBy('ledger.seq')
    .limit(most);
}

export function matches(event: FollowedEvent, filter: ReferralEventFilter): boolean {
  const { kind, action, status, region, referral } = filter;
  return (
    (kind?.includes(event.kind) ?? true) &&
    (action?.includes(event.action) ?? true) &&
    (status?.includes(event.status) ?? true) &&
    (region == null || event.regionCode.startsWith(regionScope(region))) &&
    (referral == null || event.referralId === referral.toLowerCase())
  );
}
