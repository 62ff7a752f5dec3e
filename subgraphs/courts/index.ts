import { contracts } from '../contracts/index.ts';
import { defineSubgraph } from '../kit/subgraph.ts';
import { about } from './about.ts';
import { resolvers } from './resolvers/index.ts';
import { casesOfPerson } from './store/casesOfPerson.ts';
import { createStore } from './store/index.ts';

export const subgraph = defineSubgraph({
  agency: 'COURTS',
  names: { zh: '人民法院', en: 'Courts' },
  port: 4003,
  resolvers,
  migrations: new URL('./migrations/', import.meta.url),
  createStore,
  contracts,
  about,
  casesOfPerson,
  seals: 'court_cases',
});
