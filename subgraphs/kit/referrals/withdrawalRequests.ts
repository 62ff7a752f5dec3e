import DataLoader from 'dataloader';
import type { Knex } from 'knex';
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

interface EventRow {
  referral_id: string;
  action: string;
  reason_code: string | null;
  reason_text: string | null;
  at: Date;
}

/** The newest request of many sides: one statement. Loaded by the side, since only an open request is told by its row. */
export function createWithdrawalRequests(db: Knex): DataLoader<ReferralSide, WithdrawalRequest | null, string> {
  return new DataLoader<ReferralSide, WithdrawalRequest | null, string>(
    async (sides) => {
      const rows = await db<EventRow & { superseded: boolean }>('referral_events')
        .whereIn(
          'referral_id',
          sides.map(({ id }) => id),
        )
        .whereIn('action', ['REQUEST_WITHDRAWAL', ...Object.keys(OUTCOMES)])
        .where({ superseded: false })
        .orderByRaw('version nulls first, at');
      const byReferral = Map.groupBy(rows as EventRow[], (row) => row.referral_id);
      return sides.map((side) => toRequest(side, byReferral.get(side.id) ?? []));
    },
    { cacheKeyFn: ({ id }) => id },
  );
}

function toRequest({ openRequest }: ReferralSide, events: readonly EventRow[]): WithdrawalRequest | null {
  const asked = events.findLastIndex(({ action }) => action === 'REQUEST_WITHDRAWAL');
  const request = events[asked];
  if (!request) return null;
  const answer = events[asked + 1];
  const outcome = answer && OUTCOMES[answer.action];
  return {
    reason: { code: request.reason_code ?? 'OTHER', text: request.reason_text },
    requestedAt: request.at,
    outcome: outcome ?? (openRequest === 'REQUEST_WITHDRAWAL' ? 'OPEN' : 'LAPSED'),
    answeredAt: answer?.at ?? null,
    answerReason:
      outcome === 'REFUSED' && answer?.reason_code ? { code: answer.reason_code, text: answer.reason_text } : null,
  };
}
