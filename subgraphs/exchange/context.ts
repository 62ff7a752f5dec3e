import type { Knex } from 'knex';
import type { PersonTokens } from '../kit/crypto/personToken.ts';
import type { ReferralRules } from '../kit/referrals/rules.ts';
import type { Viewer } from '../kit/viewer.ts';
import type { Store } from './store/index.ts';

export interface Context {
  viewer: Viewer;
  requestId: string;
  db: Knex;
  store: Store;
  rules: ReferralRules;
  personTokens: PersonTokens;
}
