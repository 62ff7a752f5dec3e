import { contracts } from '../contracts/index.ts';
import { defineSubgraph } from '../kit/subgraph.ts';
import { records } from './records/index.ts';
import { createStore } from './store.ts';

export const subgraph = defineSubgraph({
  agency: '__code__',
  names: { zh: '__zh__', en: "__en__" },
  port: __port__,
  capabilities: [records],
  migrations: new URL('./migrations/', import.meta.url),
  createStore,
  contracts,
});
