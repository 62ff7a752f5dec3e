import type { MediatorResolvers } from '../generated/resolvers.ts';

export const Mediator: MediatorResolvers = {
  __resolveReference: ({ id }, { store }) => store.mediators.byId.load(id),
  organisation: async ({ organisationId }, _, { store }) => {
    const organisation = await store.mediationOrganisations.byId.load(organisationId);
    if (!organisation) throw new Error('A mediator without an organisation.');
    return organisation;
  },
};
