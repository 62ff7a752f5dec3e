import type { StoreParts } from '../kit/definition.ts';
import { createCaseNatures } from './cases/store/caseNatures.ts';
import { createCaseParties } from './cases/store/caseParties.ts';
import { createPoliceCases } from './cases/store/policeCases.ts';
import { createDisputeParties } from './disputes/store/disputeParties.ts';
import { createDisputes } from './disputes/store/disputes.ts';
import { createIncidents } from './incidents/store.ts';
import { createNumberLookUps } from './persons/store/numberLookUps.ts';
import { createPersons } from './persons/store/persons.ts';
import { createPoliceUnits } from './units/store.ts';

/** All that this agency reads and writes, for one request. */
export function createStore(parts: StoreParts) {
  return {
    caseNatures: createCaseNatures(parts),
    caseParties: createCaseParties(parts),
    disputes: createDisputes(parts),
    disputeParties: createDisputeParties(parts),
    incidents: createIncidents(parts),
    numberLookUps: createNumberLookUps(parts),
    persons: createPersons(parts),
    policeCases: createPoliceCases(parts),
    policeUnits: createPoliceUnits(parts),
  };
}

export type Store = ReturnType<typeof createStore>;
