import { contracts } from '../contracts/index.ts';
import { defineSubgraph } from '../kit/subgraph.ts';
import { about } from './about.ts';
import { leadSteps } from './leadSteps.ts';
import { closeDuplicate, closeWithdrawn, reopenAgreed } from './receives/closeWithdrawn.ts';
import { keepLead } from './receives/keepLead.ts';
import { resolvers } from './resolvers/index.ts';
import { casesOfPerson } from './store/casesOfPerson.ts';
import { createStore } from './store/index.ts';

export const subgraph = defineSubgraph({
  agency: 'PROSECUTORS',
  names: { zh: '人民检察院', en: 'Prosecutors' },
  port: 4004,
  resolvers,
  migrations: new URL('./migrations/', import.meta.url),
  createStore,
  contracts,
  about,
  casesOfPerson,
  receives: { JUDICIAL_AID_LEAD: { SEND: keepLead, WITHDRAW_DUPLICATE: closeDuplicate } },
  seals: 'prosecution_cases',
  steps: { JUDICIAL_AID_LEAD: leadSteps },
  refused: { JUDICIAL_AID_LEAD: { ACCEPT: closeWithdrawn, AGREE_WITHDRAWAL: reopenAgreed } },
});
