import { PAGE_LIMIT } from '../../kit/paging.ts';
import type { ConsultationResolvers } from '../generated/resolvers.ts';

export const Consultation: ConsultationResolvers = {
  __resolveReference: ({ id }, { store }) => store.consultations.byId.load(id),
  participants: ({ participants }) => participants.map((code) => ({ code })),
  aidLeads: ({ id }, _, { store }) => store.consultations.leadsOf.of(id, PAGE_LIMIT),
};
