import { mayCall } from '../../../kit/permissions.ts';
import { notPermitted, type Problem, transitionConflict } from '../../../kit/problems/problem.ts';
import type { Viewer } from '../../../kit/viewer.ts';
import type { MediationStatus } from '../../generated/resolvers.ts';

/** What can be done with a mediation, in which status. The names are the mutations'. */
export const MEDIATION_STEPS = {
  recordMediationSession: ['ASSIGNED', 'IN_PROGRESS'],
  concludeMediation: ['ASSIGNED', 'IN_PROGRESS'],
} as const satisfies Record<string, readonly MediationStatus[]>;

export type MediationStep = keyof typeof MEDIATION_STEPS;

/** An agreement comes of a session; a mediation can fail without one, when a party does not come. */
export const AGREED_FROM: readonly MediationStatus[] = ['IN_PROGRESS'];

/** Why the viewer cannot do it now; null where it is possible. The commands and `availableActions` go by it. */
export function mediationStepRefusal(
  step: MediationStep,
  mediation: { status: MediationStatus; version: number },
  viewer: Viewer,
): Problem | null {
  if (!mayCall(viewer, step)) return notPermitted([]);
  const from: readonly MediationStatus[] = MEDIATION_STEPS[step];
  return from.includes(mediation.status) ? null : transitionConflict('STATUS_CONFLICT', mediation);
}

/** Whether a mediation allows an action of its referral; null where none was accepted under it. */
export function mediationAllows(action: string, mediation: { status: MediationStatus } | null): boolean {
  const isOpen = mediation !== null && MEDIATION_STEPS.concludeMediation.some((status) => status === mediation.status);
  if (action === 'START' || action === 'CONCLUDE' || action === 'AGREE_WITHDRAWAL') return isOpen;
  return action === 'REFER_ONWARD' ? mediation === null : true;
}
