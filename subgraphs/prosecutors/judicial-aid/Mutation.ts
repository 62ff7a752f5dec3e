import type { MutationResolvers } from '../generated/resolvers.ts';
import { acceptAidLead } from './mutations/acceptAidLead.ts';
import { concludeAidLead } from './mutations/concludeAidLead.ts';
import { decideAid } from './mutations/decideAid.ts';
import { proposeAid } from './mutations/proposeAid.ts';
import { recordAidMaterials } from './mutations/recordAidMaterials.ts';
import { recordAidPayment } from './mutations/recordAidPayment.ts';
import { recordConsultation } from './mutations/recordConsultation.ts';
import { requestAidMaterials } from './mutations/requestAidMaterials.ts';

export const Mutation: MutationResolvers = {
  acceptAidLead,
  requestAidMaterials,
  recordAidMaterials,
  proposeAid,
  decideAid,
  recordAidPayment,
  concludeAidLead,
  recordConsultation,
};
