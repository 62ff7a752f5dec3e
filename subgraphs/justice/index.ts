import { contracts } from '../contracts/index.ts';
import { defineSubgraph } from '../kit/subgraph.ts';
import { confirmations } from './confirmations/index.ts';
import { followOnward, keepNumber, keepRuling } from './confirmations/receives/keepAnswer.ts';
import { legalAid } from './legal-aid/index.ts';
import { mediation } from './mediation/index.ts';
import { keepRequest, withdrawDuplicate } from './mediation/receives/keepRequest.ts';
import { resumeAgreed, withdrawUnaccepted } from './mediation/receives/refused.ts';
import { mediationReferral } from './mediation/referralSteps.ts';
import { createStore } from './store.ts';

export const subgraph = defineSubgraph({
  agency: 'JUSTICE',
  names: { zh: '司法局', en: 'Justice bureau' },
  port: 4002,
  capabilities: [mediation, confirmations, legalAid],
  migrations: new URL('./migrations/', import.meta.url),
  createStore,
  contracts,
  receives: {
    POLICE_MEDIATION: { SEND: keepRequest, WITHDRAW_DUPLICATE: withdrawDuplicate },
    JUDICIAL_CONFIRMATION: { ACCEPT: keepNumber, CONCLUDE: keepRuling, REFER_ONWARD: followOnward },
  },
  steps: { POLICE_MEDIATION: mediationReferral },
  refused: { POLICE_MEDIATION: { ACCEPT: withdrawUnaccepted, AGREE_WITHDRAWAL: resumeAgreed } },
});
