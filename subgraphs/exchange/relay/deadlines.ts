import type { Knex } from 'knex';
import { dueAt, parseDeadlineRule, pauseShift } from '../../kit/formats/deadline.ts';
import { addJob } from '../../kit/jobs.ts';
import type { ReferralRules, Step } from '../../kit/referrals/rules.ts';

export type Notice = 'NONE' | 'REMIND' | 'OVERDUE' | 'SUPERVISE';

export interface DeadlineRow {
  referral_id: string;
  step: Step;
  rule: string;
  started_at: Date;
  due_at: Date;
  paused_at: Date | null;
  done_at: Date | null;
  notice: Notice;
}

interface Move {
  referralId: string;
  kind: string;
  action: string;
  at: Date;
}

const expiryJob = (referralId: string) => `expire:${referralId}`;
const deadlineJob = (referralId: string, step: Step) => `deadline:${referralId}:${step}`;

/** Starts, stops, pauses and resumes the clocks of a referral after an action, with the jobs that escalate them. */
export async function moveDeadlines(tx: Knex.Transaction, rules: ReferralRules, move: Move): Promise<void> {
  const { referralId, action, at } = move;
  const kind = rules.kind(move.kind);
  if (!kind) return;
  const changesStatus = rules.action(action)?.to != null;
  if (!changesStatus) return;
  for (const step of ['ACCEPT', 'FINISH'] as const) {
    const { startedBy, doneBy } = rules.steps[step];
    const rule = step === 'ACCEPT' ? kind.acceptWithin : kind.finishWithin;
    if (rule && startedBy.includes(action)) await start(tx, rules, { referralId, step, rule, at });
    if (doneBy.includes(action)) await stop(tx, referralId, step, at);
  }
  if (action === 'HOLD') await pause(tx, referralId, at);
  if (action === 'RESUME') await resume(tx, rules, referralId, at);
  if (action === 'SEND' && kind.expireAfter) {
    const runAt = dueAt(at, parseDeadlineRule(kind.expireAfter));
    await addJob(tx, 'expire', { referralId }, { runAt, key: expiryJob(referralId) });
  }
  const status = rules.action(action)?.to ?? '';
  if (!rules.isOpen(status)) {
    for (const step of ['ACCEPT', 'FINISH'] as const) await stop(tx, referralId, step, at);
  }
  if (action === 'ACCEPT' || !rules.isOpen(status)) await removeJob(tx, expiryJob(referralId));
}

async function start(
  tx: Knex.Transaction,
  rules: ReferralRules,
  { referralId, step, rule, at }: { referralId: string; step: Step; rule: string; at: Date },
): Promise<void> {
  const row = {
    rule,
    started_at: at,
    due_at: dueAt(at, parseDeadlineRule(rule)),
    paused_at: null,
    done_at: null,
    notice: 'NONE' as const,
  };
  await tx('referral_deadlines')
    .insert({ referral_id: referralId, step, ...row })
    .onConflict(['referral_id', 'step'])
    .merge();
  await scheduleNotice(tx, rules, { referral_id: referralId, step, ...row });
}

async function stop(tx: Knex.Transaction, referralId: string, step: Step, at: Date): Promise<void> {
  const done = await tx('referral_deadlines')
    .where({ referral_id: referralId, step, done_at: null })
    .update({ done_at: at });
  if (done > 0) await removeJob(tx, deadlineJob(referralId, step));
}

async function pause(tx: Knex.Transaction, referralId: string, at: Date): Promise<void> {
  const paused = await tx<DeadlineRow>('referral_deadlines')
    .where({ referral_id: referralId, done_at: null, paused_at: null })
    .update({ paused_at: at })
    .returning('step');
  for (const { step } of paused) await removeJob(tx, deadlineJob(referralId, step));
}

async function resume(tx: Knex.Transaction, rules: ReferralRules, referralId: string, at: Date): Promise<void> {
  const rows = await tx<DeadlineRow>('referral_deadlines')
    .where({ referral_id: referralId, done_at: null })
    .whereNotNull('paused_at');
  for (const row of rows) {
    const due = pauseShift(row.due_at, row.paused_at as Date, at, parseDeadlineRule(row.rule));
    await tx('referral_deadlines')
      .where({ referral_id: referralId, step: row.step })
      .update({ due_at: due, paused_at: null });
    await scheduleNotice(tx, rules, { ...row, due_at: due, paused_at: null });
  }
}

/** The notice that follows the last one given, and when; null after the last. */
export function nextNotice(
  rules: ReferralRules,
  row: DeadlineRow,
): { notice: Exclude<Notice, 'NONE'>; at: Date } | null {
  const { remindAfterShare, superviseAfter } = rules.escalation;
  const span = row.due_at.getTime() - row.started_at.getTime();
  if (row.notice === 'NONE')
    return { notice: 'REMIND', at: new Date(row.started_at.getTime() + span * remindAfterShare) };
  if (row.notice === 'REMIND') return { notice: 'OVERDUE', at: row.due_at };
  if (row.notice === 'OVERDUE')
    return { notice: 'SUPERVISE', at: dueAt(row.due_at, parseDeadlineRule(superviseAfter)) };
  return null;
}

/** Puts the job of the next notice in place; it replaces the one before. */
export async function scheduleNotice(tx: Knex.Transaction, rules: ReferralRules, row: DeadlineRow): Promise<void> {
  const next = nextNotice(rules, row);
  if (!next) return;
  const { referral_id: referralId, step } = row;
  await addJob(tx, 'deadline', { referralId, step }, { runAt: next.at, key: deadlineJob(referralId, step) });
}

async function removeJob(tx: Knex.Transaction, key: string): Promise<void> {
  await tx.raw('select graphile_worker.remove_job(?)', [key]);
}
