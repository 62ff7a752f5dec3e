import DataLoader from 'dataloader';
import type { Knex } from 'knex';
import type { ReferralEventRow } from '../generated/rows.ts';
import type { ReferralSide } from './side.ts';

/** A request to withdraw, and what became of it. */
export interface WithdrawalRequest {
  reason: { code: string; text: string | null };
  requestedAt: Date;
  outcome: 'OPEN' | 'AGREED' | 'REFUSED' | 'TAKEN_BACK' | 'LAPSED';
  answeredAt: Date | null;
  answerReason: { code: string; text: string | null } | null;
}

const OUTCOMES: Readonly<Record<string, WithdrawalRequest['outcome']>> = {
  AGREE_WITHDRAWAL: 'AGREED',
  REFUSE_WITHDRAWAL: 'REFUSED',
  CANCEL_WITHDRAWAL_REQUEST: 'TAKEN_BACK',
};

/** The newest request of many sides: one statement. Loaded by the side, since only an open request is told by its row. */
export function createWithdrawalRequests(db: Knex): DataLoader<ReferralSide, WithdrawalRequest | null, string> {
  return new DataLoader<ReferralSide, WithdrawalRequest | null, string>(
    async (sides) => {
      const rows = await db<ReferralEventRow>('referralEvents')
        .whereIn(
          'referralId',
          sides.map(({ id }) => id),
        )
        .whereIn('action', ['REQUEST_WITHDRAWAL', ...Object.keys(OUTCOMES)])
        .where({ superseded: false })
        .orderByRaw('version nulls first, at');
      const byReferral = Map.groupBy(rows, (row) => row.referralId);
      return sides.map((side) => toRequest(side, byReferral.get(side.id) ?? []));
    },
    { cacheKeyFn: ({ id }) => id },
  );
}

function toRequest({ openRequest }: ReferralSide, events: readonly ReferralEventRow[]): WithdrawalRequest | null {
  const asked = events.findLastIndex(({ action }) => action === 'REQUEST_WITHDRAWAL');
  const request = events[asked];
  if (!request) return null;
  const answer = events[asked + 1];
  const outcome = answer && OUTCOMES[answer.action];
  return {
    reason: { code: request.reasonCode ?? 'OTHER', text: request.reasonText },
    requestedAt: request.at,
    outcome: outcome ?? (openRequest === 'REQUEST_WITHDRAWAL' ? 'OPEN' : 'LAPSED'),
    answeredAt: answer?.at ?? null,
    answerReason:
      outcome === 'REFUSED' && answer?.reasonCode ? { code: answer.reasonCode, text: answer.reasonText } : null,
  };
}
