import type { StoreParts } from '../kit/definition.ts';
import { createConfirmationApplications } from './confirmations/store.ts';
import { createLegalAidCases } from './legal-aid/store.ts';
import { createMediationOrganisations } from './mediation/store/mediationOrganisations.ts';
import { createMediationParties } from './mediation/store/mediationParties.ts';
import { createMediationRequests } from './mediation/store/mediationRequests.ts';
import { createMediationSessions } from './mediation/store/mediationSessions.ts';
import { createMediations } from './mediation/store/mediations.ts';
import { createMediators } from './mediation/store/mediators.ts';

/** All that this agency reads and writes, for one request. */
export function createStore(parts: StoreParts) {
  return {
    mediations: createMediations(parts),
    mediationParties: createMediationParties(parts),
    mediationOrganisations: createMediationOrganisations(parts),
    mediationRequests: createMediationRequests(parts),
    mediationSessions: createMediationSessions(parts),
    mediators: createMediators(parts),
    confirmationApplications: createConfirmationApplications(parts),
    legalAidCases: createLegalAidCases(parts),
  };
}

export type Store = ReturnType<typeof createStore>;
