import type { MediationOrganisationResolvers } from '../generated/resolvers.ts';

export const MediationOrganisation: MediationOrganisationResolvers = {
  __resolveReference: ({ id }, { store }) => store.mediationOrganisations.byId.load(id),
  region: ({ regionCode }) => ({ code: regionCode }),
};
