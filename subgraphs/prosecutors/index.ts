import { contracts } from '../contracts/index.ts';
import { defineSubgraph } from '../kit/subgraph.ts';
import { cases } from './cases/index.ts';
import { judicialAid } from './judicial-aid/index.ts';
import { leadSteps } from './judicial-aid/leadSteps.ts';
import { closeDuplicate, closeWithdrawn, reopenAgreed } from './judicial-aid/receives/closeWithdrawn.ts';
import { keepLead } from './judicial-aid/receives/keepLead.ts';
import { createStore } from './store.ts';
import { units } from './units/index.ts';

export const subgraph = defineSubgraph({
  agency: 'PROSECUTORS',
  names: { zh: '人民检察院', en: 'Prosecutors' },
  port: 4004,
  capabilities: [judicialAid, cases, units],
  migrations: new URL('./migrations/', import.meta.url),
  createStore,
  contracts,
  receives: { JUDICIAL_AID_LEAD: { SEND: keepLead, WITHDRAW_DUPLICATE: closeDuplicate } },
  seals: 'prosecution_cases',
  steps: { JUDICIAL_AID_LEAD: leadSteps },
  refused: {
    JUDICIAL_AID_LEAD: { ACCEPT: closeWithdrawn, AGREE_WITHDRAWAL: reopenAgreed, REFER_ONWARD: reopenAgreed },
  },
});
