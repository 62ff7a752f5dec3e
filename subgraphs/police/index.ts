import { contracts } from '../contracts/index.ts';
import { defineSubgraph } from '../kit/subgraph.ts';
import { cases } from './cases/index.ts';
import { incidents } from './incidents/index.ts';
import { persons } from './persons/index.ts';
import { createStore } from './store.ts';
import { units } from './units/index.ts';

export const subgraph = defineSubgraph({
  agency: 'POLICE',
  names: { zh: '公安机关', en: 'Police' },
  port: 4001,
  capabilities: [cases, incidents, persons, units],
  migrations: new URL('./migrations/', import.meta.url),
  createStore,
  contracts,
  seals: 'police_cases',
});
