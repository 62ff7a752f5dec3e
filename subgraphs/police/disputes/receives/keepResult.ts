import { policeMediation } from '../../../contracts/policeMediation.ts';
import { referOnward } from '../../../contracts/referOnward.ts';
import type { Receive, Refused } from '../../../kit/definition.ts';
import { INCIDENT_AFTER } from '../rules/disputeSteps.ts';
import { followReferral, keepAnswer, setIncidentStatus } from '../store/disputes.ts';

/** The bureau accepted: the dispute says who mediates. */
export const keepAssignment: Receive = async (tx, { header, body }) => {
  const { mediationNumber, organisation, mediator } = policeMediation.ACCEPT.parse(body);
  await keepAnswer(tx, header.referral, { mediationNumber, organisation, mediator });
};

/** The mediation is concluded: its result stands beside the dispute, and the incident closes or is handled on. */
export const keepConclusion: Receive = async (tx, { header, body }, { cipher }) => {
  const { outcome, agreement, failureReason } = policeMediation.CONCLUDE.parse(body);
  await keepAnswer(tx, header.referral, {
    disputeOutcome: outcome,
    agreementContentSealed: agreement && cipher.seal(agreement.content),
    agreementAmount: agreement?.amount ?? null,
    performBy: agreement?.performBy ?? null,
    failureReasonSealed: failureReason === null ? null : cipher.seal(failureReason),
    concludedAt: new Date(header.at),
  });
  await setIncidentStatus(tx, header.referral, INCIDENT_AFTER[outcome]);
};

/** The bureau referred the dispute onward: it follows the referral that goes on. */
export const followOnward: Receive = async (tx, { header, body }) => {
  const { onward } = referOnward.parse(body);
  if (onward) await followReferral(tx, header.referral, onward.referral);
};

/** The dispute came back without a result. */
export const handleOn: Receive = (tx, { header }) => setIncidentStatus(tx, header.referral, INCIDENT_AFTER.RETURN);

/** Our withdrawal came after the acceptance: the dispute stays with the bureau. */
export const stayTransferred: Refused = (tx, referral) => setIncidentStatus(tx, referral.id, INCIDENT_AFTER.SEND);
