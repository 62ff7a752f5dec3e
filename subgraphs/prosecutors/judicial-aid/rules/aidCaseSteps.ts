import { mayCall } from '../../../kit/permissions.ts';
import { notPermitted, type Problem, transitionConflict } from '../../../kit/problems/problem.ts';
import type { ReferralRules } from '../../../kit/referrals/rules.ts';
import type { ReferralSide } from '../../../kit/referrals/side.ts';
import { isPossible } from '../../../kit/referrals/sides.ts';
import type { Viewer } from '../../../kit/viewer.ts';
import type { AidCaseStatus } from '../../generated/resolvers.ts';
import { FAULTS } from '../faults.ts';
import type { AidCase } from '../store/aidCases.ts';
import { isSamePerson } from './fourEyes.ts';

interface Step {
  from: readonly AidCaseStatus[];
  to: AidCaseStatus;
  /** The action of the referral that it always takes along. */
  action?: string;
}

/** What can be done with an aid case, in which status, and the status it leads to. The names are the mutations'. */
export const AID_CASE_STEPS = {
  requestAidMaterials: { from: ['OPENED', 'UNDER_REVIEW'], to: 'WAITING_FOR_MATERIALS', action: 'HOLD' },
  recordAidMaterials: { from: ['WAITING_FOR_MATERIALS'], to: 'UNDER_REVIEW', action: 'RESUME' },
  proposeAid: { from: ['OPENED', 'UNDER_REVIEW'], to: 'PROPOSED' },
  decideAid: { from: ['PROPOSED'], to: 'APPROVED' },
  recordAidPayment: { from: ['APPROVED'], to: 'PAID' },
  concludeAidLead: { from: ['PAID', 'REJECTED'], to: 'CLOSED', action: 'CONCLUDE' },
} as const satisfies Record<string, Step>;

export type AidCaseStep = keyof typeof AID_CASE_STEPS;

/** Where a withdrawal can be agreed to, as long as nothing was paid. */
const WITHDRAWABLE: readonly AidCaseStatus[] = [
  'OPENED',
  'UNDER_REVIEW',
  'WAITING_FOR_MATERIALS',
  'PROPOSED',
  'APPROVED',
];

function allowsStep(step: AidCaseStep, status: AidCaseStatus): boolean {
  return (AID_CASE_STEPS[step].from as readonly AidCaseStatus[]).includes(status);
}

/**
 * Why the viewer cannot take a step of an aid case now; null where it is possible. The commands and `availableActions` go by it. What
 * the input says is checked by each command.
 */
export function aidCaseStepRefusal(
  step: AidCaseStep,
  aidCase: AidCase,
  side: ReferralSide,
  { rules, viewer }: { rules: ReferralRules; viewer: Viewer },
): Problem | null {
  const { action }: Step = AID_CASE_STEPS[step];
  const rule = action === undefined ? null : rules.action(action);
  if (!mayCall(viewer, step)) return notPermitted([]);
  if (!allowsStep(step, aidCase.status) || side.orphaned || !rules.isOpen(side.status))
    return transitionConflict('STATUS_CONFLICT', aidCase);
  if (rule && !isPossible(rules, rule, side)) return transitionConflict('STATUS_CONFLICT', aidCase);
  // The sender's request is answered before any money moves.
  if (step === 'recordAidPayment' && side.openRequest !== null)
    return transitionConflict('WITHDRAWAL_REQUESTED', aidCase);
  // Four eyes: money is decided by somebody other than the proposer.
  if (step === 'decideAid' && isSamePerson(aidCase.proposedBy, viewer.subject))
    return notPermitted(['PROSECUTORS/supervisor'], FAULTS.FOUR_EYES);
  return null;
}

/** The step of the aid case that an action of the referral belongs to. */
const STEP_OF_ACTION: Readonly<Record<string, AidCaseStep>> = {
  START: 'proposeAid',
  HOLD: 'requestAidMaterials',
  RESUME: 'recordAidMaterials',
  CONCLUDE: 'concludeAidLead',
};

/** Whether the aid case allows an action of its referral; null where there is no aid case. */
export function aidCaseAllows(action: string, aidCase: AidCase | null): boolean {
  const step = STEP_OF_ACTION[action];
  if (step) return aidCase !== null && allowsStep(step, aidCase.status);
  if (action === 'AGREE_WITHDRAWAL') return aidCase !== null && WITHDRAWABLE.includes(aidCase.status) && !aidCase.paid;
  if (action === 'REFER_ONWARD') return aidCase === null || (WITHDRAWABLE.includes(aidCase.status) && !aidCase.paid);
  if (action === 'REOPEN') return aidCase?.status === 'CLOSED' && !aidCase.withdrawn;
  return true;
}
