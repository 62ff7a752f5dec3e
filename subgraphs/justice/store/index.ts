import type { StoreParts } from '../../kit/definition.ts';
import { createLegalAidCases } from './legalAidCases.ts';
import { createMediationOrganisations } from './mediationOrganisations.ts';
import { createMediationParties } from './mediationParties.ts';
import { createMediations } from './mediations.ts';
import { createMediators } from './mediators.ts';

/** All that this agency reads, for one request. */
export function createStore(parts: StoreParts) {
  return {
    mediations: createMediations(parts),
    mediationParties: createMediationParties(parts),
    mediationOrganisations: createMediationOrganisations(parts),
    mediators: createMediators(parts),
    legalAidCases: createLegalAidCases(parts),
  };
}

export type Store = ReturnType<typeof createStore>;
