import { contracts } from '../contracts/index.ts';
import { defineSubgraph } from '../kit/subgraph.ts';
import { cases } from './cases/index.ts';
import { confirmations } from './confirmations/index.ts';
import { protectionOrders } from './protection-orders/index.ts';
import { createStore } from './store.ts';
import { units } from './units/index.ts';

export const subgraph = defineSubgraph({
  agency: 'COURTS',
  names: { zh: '人民法院', en: 'Courts' },
  port: 4003,
  capabilities: [cases, confirmations, protectionOrders, units],
  migrations: new URL('./migrations/', import.meta.url),
  createStore,
  contracts,
  seals: 'court_cases',
});
