import type { Knex } from 'knex';
import type { FeedRange, Positioned } from '../../../kit/events/feed.ts';
import { regionScope, type Viewer } from '../../../kit/viewer.ts';
import { type EventRow, events, type ReferralEvent, toEvent } from './history.ts';
import { visibleTo } from './referrals.ts';

/** An event with what it is chosen by. */
export interface FollowedEvent extends ReferralEvent, Positioned {
  kind: string;
  regionCode: string;
}

interface Row extends EventRow {
  kind: string;
  region_code: string;
}

export interface EventFilter {
  kind?: readonly string[] | null;
  action?: readonly string[] | null;
  status?: readonly string[] | null;
  region?: string | null;
  referral?: string | null;
}

/** Entries of the ledger on referrals that the viewer sees: one statement. */
export async function eventsBetween(
  db: Knex,
  viewer: Viewer,
  { after, upTo, most }: FeedRange,
): Promise<FollowedEvent[]> {
  const rows: Row[] = await db
    .queryBuilder()
    .modify(events)
    .select('ledger.kind', 'ledger.region_code')
    .where('ledger.seq', '>', after)
    .where('ledger.seq', '<=', upTo)
    .whereExists(visibleTo(viewer, db.queryBuilder()).whereRaw('referrals.id = ledger.referral_id'))
    .orderBy('ledger.seq')
    .limit(most);
  return rows.map((row) => ({
    ...toEvent(row),
    position: row.seq,
    kind: row.kind,
    regionCode: row.region_code,
  }));
}

export function matches(event: FollowedEvent, filter: EventFilter): boolean {
  const { kind, action, status, region, referral } = filter;
  return (
    (kind?.includes(event.kind) ?? true) &&
    (action?.includes(event.action) ?? true) &&
    (status?.includes(event.status) ?? true) &&
    (region == null || event.regionCode.startsWith(regionScope(region))) &&
    (referral == null || event.referralId === referral.toLowerCase())
  );
}
