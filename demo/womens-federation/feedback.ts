import type { World } from '../world/world.ts';

/** What the prosecutors write back when they conclude; the amount is null where no aid was given. */
export function addFeedback(
  { rows }: World,
  { leadId, amount, at }: { leadId: string; amount: string | null; at: Date },
) {
  const isAided = amount !== null;
  rows.add('WOMENS_FEDERATION', 'aid_feedback', {
    aid_lead_id: leadId,
    aided: isAided,
    amount,
    text: isAided ? '经审查符合救助条件，救助金已发放。（演示）' : '经审查不符合救助条件，建议其他帮扶。（演示）',
    at,
  });
}
