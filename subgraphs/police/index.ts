import { contracts } from '../contracts/index.ts';
import { defineSubgraph } from '../kit/subgraph.ts';
import { cases } from './cases/index.ts';
import { disputes } from './disputes/index.ts';
import {
  followOnward,
  handleOn,
  keepAssignment,
  keepConclusion,
  stayTransferred,
} from './disputes/receives/keepResult.ts';
import { disputeReferral } from './disputes/referralSteps.ts';
import { incidents } from './incidents/index.ts';
import { persons } from './persons/index.ts';
import { createStore } from './store.ts';
import { units } from './units/index.ts';

export const subgraph = defineSubgraph({
  agency: 'POLICE',
  names: { zh: '公安机关', en: 'Police' },
  port: 4001,
  capabilities: [cases, incidents, disputes, persons, units],
  migrations: new URL('./migrations/', import.meta.url),
  createStore,
  contracts,
  receives: {
    POLICE_MEDIATION: {
      ACCEPT: keepAssignment,
      CONCLUDE: keepConclusion,
      RETURN: handleOn,
      AGREE_WITHDRAWAL: handleOn,
      REFER_ONWARD: followOnward,
    },
  },
  steps: { POLICE_MEDIATION: disputeReferral },
  refused: { POLICE_MEDIATION: { WITHDRAW: stayTransferred, ENTERED_IN_ERROR: stayTransferred } },
  seals: 'police_cases',
});
