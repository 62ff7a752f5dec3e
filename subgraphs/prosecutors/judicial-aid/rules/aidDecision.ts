import type { AidCaseStatus } from '../../generated/resolvers.ts';
import type { AidCase } from '../store/aidCases.ts';

/**
 * The status that a decision leads to, by what was proposed. A proposal not to aid that is not approved is no decision to
 * aid: the case is reviewed again.
 */
const STATUS_AFTER = {
  aid: { approved: 'APPROVED', refused: 'REJECTED' },
  noAid: { approved: 'REJECTED', refused: 'UNDER_REVIEW' },
} as const satisfies Record<string, Record<string, AidCaseStatus>>;

export function decidedStatus({ proposedAmount }: Pick<AidCase, 'proposedAmount'>, approve: boolean) {
  return STATUS_AFTER[proposedAmount === null ? 'noAid' : 'aid'][approve ? 'approved' : 'refused'];
}
