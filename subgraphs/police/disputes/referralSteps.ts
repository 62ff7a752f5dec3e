import type { OwnSteps } from '../../kit/definition.ts';
import type { Store } from '../store.ts';
import { INCIDENT_AFTER } from './rules/disputeSteps.ts';
import { setIncidentStatus } from './store/disputes.ts';

/** What an incident has to do with the steps of its dispute's referral. */
export const disputeReferral: OwnSteps<Store> = {
  apply: {
    WITHDRAW: (tx, { id }) => setIncidentStatus(tx, id, INCIDENT_AFTER.WITHDRAW),
    ENTERED_IN_ERROR: (tx, { id }) => setIncidentStatus(tx, id, INCIDENT_AFTER.ENTERED_IN_ERROR),
  },
};
