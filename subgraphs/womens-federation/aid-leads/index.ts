import type { Capability } from '../../kit/definition.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { ofLead } from '../ofLead.ts';
import { AidLead } from './AidLead.ts';
import { AidLeadChange } from './AidLeadChange.ts';
import { Case } from './Case.ts';
import { Mutation } from './Mutation.ts';
import { Person } from './Person.ts';
import { Query } from './Query.ts';
import { Referral } from './Referral.ts';
import { Subscription } from './Subscription.ts';
import type { AidLeadChange as AidLeadChangeRecord } from './store/aidLeadChanges.ts';
import type { AidLead as AidLeadRecord } from './store/aidLeads.ts';

const resolvers: Resolvers = { Query, Mutation, Subscription, AidLead, AidLeadChange, Case, Person, Referral };

/** Judicial-aid leads 司法救助线索, from the record to the feedback. */
export const aidLeads: Capability<Context> = {
  resolvers,
  about: {
    AidLead: ({ id, caseId, applicantToken }: AidLeadRecord) => ({ id, caseId, persons: [applicantToken] }),
    AidLeadChange: ({ aidLeadId }: AidLeadChangeRecord, context) => ofLead({ id: aidLeadId, aidLeadId }, context),
  },
};
