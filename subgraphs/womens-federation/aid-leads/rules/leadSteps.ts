import { mayCall } from '../../../kit/permissions.ts';
import { notPermitted, type Problem, transitionConflict } from '../../../kit/problems/problem.ts';
import type { Viewer } from '../../../kit/viewer.ts';
import type { ReferralStatus } from '../../generated/resolvers.ts';
import type { AidLead } from '../store/aidLeads.ts';

/** In which status of a lead the federation can do what with it. The names are the mutations'; steps of its referral have rules of their own. */
export const LEAD_STEPS = {
  updateAidLead: ['DRAFT', 'RETURNED'],
  cancelAidLead: ['DRAFT'],
  referAidLead: ['DRAFT', 'RETURNED', 'WITHDRAWN', 'EXPIRED'],
} as const satisfies Record<string, readonly ReferralStatus[]>;

export type LeadStep = keyof typeof LEAD_STEPS;

/**
 * Why the viewer cannot do it now; null where it is possible. The commands and `availableActions` go by it.
 * @param endIsConfirmed whether the exchange has recorded the end of the lead's referral: one whose withdrawal is on its way may turn
 * out to have been accepted before
 */
export function leadStepRefusal(
  step: LeadStep,
  lead: Pick<AidLead, 'status' | 'version'>,
  endIsConfirmed: boolean,
  viewer: Viewer,
): Problem | null {
  if (!mayCall(viewer, step)) return notPermitted([]);
  if (!(LEAD_STEPS[step] as readonly ReferralStatus[]).includes(lead.status))
    return transitionConflict('STATUS_CONFLICT', lead);
  return step === 'referAidLead' && !endIsConfirmed ? transitionConflict('WITHDRAWAL_UNCONFIRMED', lead) : null;
}
