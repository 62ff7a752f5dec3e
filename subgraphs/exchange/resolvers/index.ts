import type { Resolvers } from '../generated/resolvers.ts';
import { Agency } from './Agency.ts';
import { Case } from './Case.ts';
import { CaseEvent } from './CaseEvent.ts';
import { CaseNumberEntry } from './CaseNumberEntry.ts';
import { DeadLetter } from './DeadLetter.ts';
import { Mutation } from './Mutation.ts';
import { Person } from './Person.ts';
import { Query } from './Query.ts';
import { Referral } from './Referral.ts';
import { ReferralEvent } from './ReferralEvent.ts';
import { ReferralKind } from './ReferralKind.ts';
import { Region } from './Region.ts';
import { Subscription } from './Subscription.ts';
import { Viewer } from './Viewer.ts';

export const resolvers: Resolvers = {
  Query,
  Mutation,
  Subscription,
  Agency,
  Case,
  CaseEvent,
  CaseNumberEntry,
  DeadLetter,
  Person,
  Referral,
  ReferralEvent,
  ReferralKind,
  Region,
  Viewer,
};
