import { contracts } from '../contracts/index.ts';
import { defineSubgraph } from '../kit/subgraph.ts';
import { about } from './about.ts';
import { resolvers } from './resolvers/index.ts';
import { casesOfPerson } from './store/casesOfPerson.ts';
import { createStore } from './store/index.ts';

export const subgraph = defineSubgraph({
  agency: 'JUSTICE',
  names: { zh: '司法局', en: 'Justice bureau' },
  port: 4002,
  resolvers,
  migrations: new URL('./migrations/', import.meta.url),
  createStore,
  contracts,
  about,
  casesOfPerson,
});
