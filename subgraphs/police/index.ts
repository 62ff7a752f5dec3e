import { contracts } from '../contracts/index.ts';
import { defineSubgraph } from '../kit/subgraph.ts';
import { about } from './about.ts';
import { resolvers } from './resolvers/index.ts';
import { casesOfPerson } from './store/casesOfPerson.ts';
import { createStore } from './store/index.ts';

export const subgraph = defineSubgraph({
  agency: 'POLICE',
  names: { zh: '公安机关', en: 'Police' },
  port: 4001,
  resolvers,
  migrations: new URL('./migrations/', import.meta.url),
  createStore,
  contracts,
  about,
  casesOfPerson,
  seals: 'police_cases',
});
