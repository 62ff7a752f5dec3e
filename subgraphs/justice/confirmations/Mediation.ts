import type { MediationResolvers } from '../generated/resolvers.ts';

export const Mediation: MediationResolvers = {
  judicialConfirmation: ({ id }, _, { store }) => store.confirmationApplications.newestOfMediation(id),
};
