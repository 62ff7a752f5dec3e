import type { MutationResolvers } from '../generated/resolvers.ts';
import { cancelAidLead } from './mutations/cancelAidLead.ts';
import { createAidLead } from './mutations/createAidLead.ts';
import { referAidLead } from './mutations/referAidLead.ts';
import { updateAidLead } from './mutations/updateAidLead.ts';

export const Mutation: MutationResolvers = { createAidLead, updateAidLead, cancelAidLead, referAidLead };
