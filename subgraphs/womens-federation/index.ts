import { contracts } from '../contracts/index.ts';
import { defineSubgraph } from '../kit/subgraph.ts';
import { about } from './about.ts';
import { keepFeedback } from './receives/keepFeedback.ts';
import { resolvers } from './resolvers/index.ts';
import { createStore } from './store/index.ts';

export const subgraph = defineSubgraph({
  agency: 'WOMENS_FEDERATION',
  names: { zh: '妇女联合会', en: "Women's federation" },
  port: 4005,
  resolvers,
  migrations: new URL('./migrations/', import.meta.url),
  createStore,
  contracts,
  about,
  followed: 'aid_lead_changes',
  receives: { JUDICIAL_AID_LEAD: { CONCLUDE: keepFeedback } },
});
