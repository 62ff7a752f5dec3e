import type { Capability } from '../../kit/definition.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { Case } from './Case.ts';
import { Person } from './Person.ts';
import { Query } from './Query.ts';
import { Referral } from './Referral.ts';
import { ReferralDeadline } from './ReferralDeadline.ts';
import { ReferralEvent } from './ReferralEvent.ts';
import { ReferralKind } from './ReferralKind.ts';
import { Subscription } from './Subscription.ts';
import type { Referral as ReferralRecord } from './store/referrals.ts';

const resolvers: Resolvers = {
  Query,
  Subscription,
  Case,
  Person,
  Referral,
  ReferralDeadline,
  ReferralEvent,
  ReferralKind,
};

/** Referrals as the ledger has them 移送. */
export const referrals: Capability<Context> = {
  resolvers,
  about: {
    /** Persons are named by referrals only, which their senders wrote. */
    Referral: ({ id, caseId, personTokens, fromAgency }: ReferralRecord) => ({
      id,
      caseId,
      persons: personTokens,
      author: fromAgency,
    }),
  },
};
