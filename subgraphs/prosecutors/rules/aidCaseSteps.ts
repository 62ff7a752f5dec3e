import type { AidCaseStatus } from '../generated/resolvers.ts';

interface Step {
  from: readonly AidCaseStatus[];
  to: AidCaseStatus;
}

/** What can be done with an aid case, in which status, and the status it leads to. The names are the mutations'. */
export const AID_CASE_STEPS = {
  requestAidMaterials: { from: ['OPENED', 'UNDER_REVIEW'], to: 'WAITING_FOR_MATERIALS' },
  recordAidMaterials: { from: ['WAITING_FOR_MATERIALS'], to: 'UNDER_REVIEW' },
  proposeAid: { from: ['OPENED', 'UNDER_REVIEW'], to: 'PROPOSED' },
  decideAid: { from: ['PROPOSED'], to: 'APPROVED' },
  recordAidPayment: { from: ['APPROVED'], to: 'PAID' },
  concludeAidLead: { from: ['PAID', 'REJECTED'], to: 'CLOSED' },
  agreeAidLeadWithdrawal: { from: ['OPENED', 'UNDER_REVIEW', 'WAITING_FOR_MATERIALS', 'PROPOSED'], to: 'CLOSED' },
  reopenAidLead: { from: ['CLOSED'], to: 'UNDER_REVIEW' },
} as const satisfies Record<string, Step>;

export type AidCaseStep = keyof typeof AID_CASE_STEPS;

export function allowsStep(step: AidCaseStep, status: AidCaseStatus): boolean {
  return (AID_CASE_STEPS[step].from as readonly AidCaseStatus[]).includes(status);
}
