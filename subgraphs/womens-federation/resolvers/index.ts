import type { Resolvers } from '../generated/resolvers.ts';
import { AidLead } from './AidLead.ts';
import { AidLeadChange } from './AidLeadChange.ts';
import { AssistanceMeasure } from './AssistanceMeasure.ts';
import { Case } from './Case.ts';
import { Mutation } from './Mutation.ts';
import { Person } from './Person.ts';
import { Query } from './Query.ts';
import { Referral } from './Referral.ts';
import { Subscription } from './Subscription.ts';
import { Visit } from './Visit.ts';

export const resolvers: Resolvers = {
  Query,
  Mutation,
  Subscription,
  AidLead,
  AidLeadChange,
  AssistanceMeasure,
  Case,
  Person,
  Referral,
  Visit,
};
