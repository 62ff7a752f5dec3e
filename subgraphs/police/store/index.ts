import type { StoreParts } from '../../kit/definition.ts';
import { createCaseNatures } from './caseNatures.ts';
import { createCaseParties } from './caseParties.ts';
import { createIncidents } from './incidents.ts';
import { createNumberLookUps } from './numberLookUps.ts';
import { createPersons } from './persons.ts';
import { createPoliceCases } from './policeCases.ts';
import { createPoliceUnits } from './policeUnits.ts';

/** All that this agency reads and writes, for one request. */
export function createStore(parts: StoreParts) {
  return {
    caseNatures: createCaseNatures(parts),
    caseParties: createCaseParties(parts),
    incidents: createIncidents(parts),
    numberLookUps: createNumberLookUps(parts),
    persons: createPersons(parts),
    policeCases: createPoliceCases(parts),
    policeUnits: createPoliceUnits(parts),
  };
}

export type Store = ReturnType<typeof createStore>;
