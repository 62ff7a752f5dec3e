import type { MediationResolvers } from '../generated/resolvers.ts';
import { MEDIATION_STEPS, type MediationStep, mediationStepRefusal } from './rules/mediationSteps.ts';

export const Mediation: MediationResolvers = {
  __resolveReference: ({ id }, { store }) => store.mediations.byId.load(id),
  region: ({ regionCode }) => ({ code: regionCode }),
  organisation: ({ organisationId }, _, { store }) =>
    organisationId === null ? null : store.mediationOrganisations.byId.load(organisationId),
  mediator: ({ mediatorId }, _, { store }) => (mediatorId === null ? null : store.mediators.byId.load(mediatorId)),
  case: ({ caseId }) => (caseId === null ? null : { id: caseId }),
  referral: ({ referralId }) => (referralId === null ? null : { id: referralId }),
  sessions: ({ id }, { first }, { store }) => store.mediationSessions.ofMediation.of(id, first),
  agreement: ({ agreementSealed, performBy, concludedAt }, _, { cipher }) =>
    agreementSealed === null || concludedAt === null
      ? null
      : { content: cipher.open(agreementSealed), performBy, signedAt: concludedAt },
  failureReason: ({ failureReasonSealed }, _, { cipher }) =>
    failureReasonSealed === null ? null : cipher.open(failureReasonSealed),
  availableActions: (mediation, _, { viewer }) =>
    viewer.agency === 'JUSTICE'
      ? (Object.keys(MEDIATION_STEPS) as MediationStep[]).filter(
          (step) => !mediationStepRefusal(step, mediation, viewer),
        )
      : [],
  parties: ({ id }, { first }, { store }) => store.mediationParties.ofMediation.of(id, first),
};
