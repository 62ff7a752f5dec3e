import { contracts } from '../contracts/index.ts';
import { defineSubgraph } from '../kit/subgraph.ts';
import { cases } from './cases/index.ts';
import { applicationSteps } from './confirmations/applicationSteps.ts';
import { confirmations } from './confirmations/index.ts';
import { closeOvertaken, closeWithdrawn, reopenAgreed } from './confirmations/receives/closeWithdrawn.ts';
import { keepApplication } from './confirmations/receives/keepApplication.ts';
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
  receives: {
    JUDICIAL_CONFIRMATION: {
      SEND: keepApplication,
      WITHDRAW: closeWithdrawn,
      WITHDRAW_DUPLICATE: closeWithdrawn,
      ENTERED_IN_ERROR: closeWithdrawn,
    },
  },
  seals: 'court_cases',
  steps: { JUDICIAL_CONFIRMATION: applicationSteps },
  refused: {
    JUDICIAL_CONFIRMATION: {
      ACCEPT: closeOvertaken,
      RETURN: closeOvertaken,
      REFER_ONWARD: closeOvertaken,
      AGREE_WITHDRAWAL: reopenAgreed,
    },
  },
});
