import type { MediationResolvers } from '../generated/resolvers.ts';

export const Mediation: MediationResolvers = {
  __resolveReference: ({ id }, { store }) => store.mediations.byId.load(id),
  region: ({ regionCode }) => ({ code: regionCode }),
  organisation: ({ organisationId }, _, { store }) =>
    organisationId === null ? null : store.mediationOrganisations.byId.load(organisationId),
  mediator: ({ mediatorId }, _, { store }) => (mediatorId === null ? null : store.mediators.byId.load(mediatorId)),
  case: ({ caseId }) => (caseId === null ? null : { id: caseId }),
  parties: ({ id }, { first }, { store }) => store.mediationParties.ofMediation.of(id, first),
};
