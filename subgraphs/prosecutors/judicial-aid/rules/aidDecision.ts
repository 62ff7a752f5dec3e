import type { AidCaseStatus } from '../../generated/resolvers.ts';

/**
 * The status that a decision leads to, by what was proposed. A proposal not to aid that is not approved is no decision to
 * aid: the case is reviewed again.
 */
const STATUS_AFTER = {
  aid: { approved: 'APPROVED', refused: 'REJECTED' },
  noAid: { approved: 'REJECTED', refused: 'UNDER_REVIEW' },
} as const satisfies Record<string, Record<string, AidCaseStatus>>;

export function decidedStatus(proposal: { aid: boolean }, approve: boolean) {
  return STATUS_AFTER[proposal.aid ? 'aid' : 'noAid'][approve ? 'approved' : 'refused'];
}
