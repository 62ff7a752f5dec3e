import type { Knex } from 'knex';
import type { AgencyKeys } from '../kit/crypto/keys.ts';
import type { Feed } from '../kit/events/feed.ts';
import type { ReferralRules } from '../kit/referrals/rules.ts';
import type { ConfirmedGrant } from '../kit/sharing/grants.ts';
import type { SharingSession } from '../kit/sharing/session.ts';
import type { Viewer } from '../kit/viewer.ts';
import type { Store } from './store.ts';

export interface Context {
  viewer: Viewer;
  requestId: string;
  sharing: SharingSession;
  db: Knex;
  /** The ledger's entries, to be followed. */
  feed: Feed;
  store: Store;
  rules: ReferralRules;
  inputDigest: AgencyKeys['inputDigest'];
  /** Its own statement on the named referral, where the gateway does not know it yet. */
  ownGrant: Promise<ConfirmedGrant> | undefined;
}
