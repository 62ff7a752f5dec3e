import { contracts } from '../contracts/index.ts';
import { defineSubgraph } from '../kit/subgraph.ts';
import { aidLeads } from './aid-leads/index.ts';
import { followOnward } from './aid-leads/receives/followOnward.ts';
import { keepFeedback } from './aid-leads/receives/keepFeedback.ts';
import { assistance } from './assistance/index.ts';
import { createStore } from './store.ts';

export const subgraph = defineSubgraph({
  agency: 'WOMENS_FEDERATION',
  names: { zh: '妇女联合会', en: "Women's federation" },
  port: 4005,
  capabilities: [aidLeads, assistance],
  migrations: new URL('./migrations/', import.meta.url),
  createStore,
  contracts,
  followed: 'aid_lead_changes',
  receives: { JUDICIAL_AID_LEAD: { CONCLUDE: keepFeedback, REFER_ONWARD: followOnward } },
});
