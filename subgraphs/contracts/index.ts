import { judicialAidLead } from './judicialAidLead.ts';
import { judicialConfirmation } from './judicialConfirmation.ts';
import { policeMediation } from './policeMediation.ts';
import { referOnward } from './referOnward.ts';
import { step } from './step.ts';

/**
 * The bodies of the messages between agencies: one schema for sender and receiver. It grows by optional fields only, because parts are
 * not upgraded all at once (docs/decisions/0062-message-contracts.md). An action that a kind does not name has the body of a plain step.
 */
export const contracts = {
  step,
  referOnward,
  kinds: {
    JUDICIAL_AID_LEAD: judicialAidLead,
    POLICE_MEDIATION: policeMediation,
    JUDICIAL_CONFIRMATION: judicialConfirmation,
  },
};
