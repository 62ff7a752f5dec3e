import type { MutationResolvers } from '../generated/resolvers.ts';
import { acknowledgeAidLead } from './mutations/acknowledgeAidLead.ts';
import { createAidLead } from './mutations/createAidLead.ts';
import { markAidLeadEnteredInError } from './mutations/markAidLeadEnteredInError.ts';
import { recordAssistanceMeasure } from './mutations/recordAssistanceMeasure.ts';
import { recordVisit } from './mutations/recordVisit.ts';
import { referAidLead } from './mutations/referAidLead.ts';
import { withdrawAidLead } from './mutations/withdrawAidLead.ts';

export const Mutation: MutationResolvers = {
  createAidLead,
  referAidLead,
  withdrawAidLead,
  acknowledgeAidLead,
  markAidLeadEnteredInError,
  recordAssistanceMeasure,
  recordVisit,
};
