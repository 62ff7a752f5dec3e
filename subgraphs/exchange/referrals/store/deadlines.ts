import type { Knex } from 'knex';
import { loadLists } from '../../../kit/loaders.ts';
import type { Viewer } from '../../../kit/viewer.ts';
import type { ReferralDeadlineRow } from '../../generated/rows.ts';

export type ReferralDeadline = ReferralDeadlineRow;

export function createDeadlines(db: Knex, viewer: Viewer) {
  return {
    /** Deadlines of many referrals, in the order of their steps (two at most each): one statement. */
    ofReferral: loadLists<ReferralDeadline>(db, viewer, 'uuid', (query) =>
      query.select('*').from('referralDeadlines').whereRaw('referral_id = parent.key').orderBy('step'),
    ),
  };
}
