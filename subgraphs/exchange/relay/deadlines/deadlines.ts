import type { Knex } from 'knex';
import { addJob } from '../../../kit/database/jobs.ts';
import { dueAt, isProvisional, parseDeadlineRule } from '../../../kit/formats/deadline.ts';
import { lastWorkingMoment, nextWorkingMoment } from '../../../kit/formats/workingHours.ts';
import { movesToWorkingDay, type ReferralKind, type ReferralRules, type Step } from '../../../kit/referrals/rules.ts';

export type Notice = 'NONE' | 'REMIND' | 'OVERDUE' | 'SUPERVISE';

export interface DeadlineRow {
  referral_id: string;
  step: Step;
  rule: string;
  started_at: Date;
  due_at: Date;
  /** Whether it may still move, because the holidays of a year that it reaches into are not announced yet. */
  provisional: boolean;
  paused_at: Date | null;
  /** The pauses that are over, oldest first, as the database has them: RFC 3339. */
  pauses: { from: string; to: string }[];
  done_at: Date | null;
  /** When the referral ended without the step: it was withdrawn, has expired, or was recorded by mistake. */
  lapsed_at: Date | null;
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
  const status = rules.action(action)?.to;
  if (!status) return;
  for (const step of ['ACCEPT', 'FINISH'] as const) {
    const { startedBy, doneBy } = rules.steps[step];
    const rule = step === 'ACCEPT' ? kind.acceptWithin : kind.finishWithin;
    if (rule && startedBy.includes(action)) await start(tx, rules, { referralId, kind, step, rule, at });
    if (doneBy.includes(action)) await stop(tx, referralId, step, { done_at: at });
  }
  if (action === 'HOLD') await pause(tx, referralId, at);
  if (action === 'RESUME') await resume(tx, rules, kind, referralId, at);
  if (action === 'SEND' && kind.expireAfter) {
    const runAt = dueAt(at, parseDeadlineRule(kind.expireAfter), { movesToWorkingDay: movesToWorkingDay(kind) });
    await addJob(tx, 'expire', { referralId }, { runAt, key: expiryJob(referralId) });
  }
  if (!rules.isOpen(status)) {
    for (const step of ['ACCEPT', 'FINISH'] as const) await stop(tx, referralId, step, { lapsed_at: at });
  }
  if (action === 'ACCEPT' || !rules.isOpen(status)) await removeJob(tx, expiryJob(referralId));
}

/** When the row's step is due by the calendar and the rules as they are now. */
export function dueOf(
  kind: ReferralKind | null,
  row: Pick<DeadlineRow, 'rule' | 'started_at' | 'pauses'>,
): Pick<DeadlineRow, 'due_at' | 'provisional'> {
  const rule = parseDeadlineRule(row.rule);
  const conditions = {
    movesToWorkingDay: movesToWorkingDay(kind),
    pauses: row.pauses.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) })),
  };
  const due = dueAt(row.started_at, rule, conditions);
  return { due_at: due, provisional: isProvisional(due, rule, conditions) };
}

interface Start {
  referralId: string;
  kind: ReferralKind;
  step: Step;
  rule: string;
  at: Date;
}

async function start(
  tx: Knex.Transaction,
  rules: ReferralRules,
  { referralId, kind, step, rule, at }: Start,
): Promise<void> {
  const row = {
    rule,
    started_at: at,
    ...dueOf(kind, { rule, started_at: at, pauses: [] }),
    paused_at: null,
    pauses: [],
    done_at: null,
    lapsed_at: null,
    notice: 'NONE' as const,
  };
  await tx('referral_deadlines')
    .insert({ referral_id: referralId, step, ...row, pauses: '[]' })
    .onConflict(['referral_id', 'step'])
    .merge();
  await scheduleNotice(tx, rules, { referral_id: referralId, step, ...row });
}

async function stop(
  tx: Knex.Transaction,
  referralId: string,
  step: Step,
  end: { done_at: Date } | { lapsed_at: Date },
): Promise<void> {
  const done = await tx('referral_deadlines')
    .where({ referral_id: referralId, step, done_at: null, lapsed_at: null })
    .update(end);
  if (done > 0) await removeJob(tx, deadlineJob(referralId, step));
}

async function pause(tx: Knex.Transaction, referralId: string, at: Date): Promise<void> {
  const paused = await tx<DeadlineRow>('referral_deadlines')
    .where({ referral_id: referralId, done_at: null, lapsed_at: null, paused_at: null })
    .update({ paused_at: at })
    .returning('step');
  for (const { step } of paused) await removeJob(tx, deadlineJob(referralId, step));
}

async function resume(
  tx: Knex.Transaction,
  rules: ReferralRules,
  kind: ReferralKind,
  referralId: string,
  at: Date,
): Promise<void> {
  const rows = await tx<DeadlineRow>('referral_deadlines')
    .where({ referral_id: referralId, done_at: null, lapsed_at: null })
    .whereNotNull('paused_at');
  for (const row of rows) {
    const pause = { from: (row.paused_at as Date).toISOString(), to: at.toISOString() };
    const pauses = [...row.pauses, pause];
    const resumed = { ...row, ...dueOf(kind, { ...row, pauses }), pauses, paused_at: null };
    await tx('referral_deadlines')
      .where({ referral_id: referralId, step: row.step })
      .update({
        due_at: resumed.due_at,
        provisional: resumed.provisional,
        pauses: JSON.stringify(pauses),
        paused_at: null,
      });
    await scheduleNotice(tx, rules, resumed);
  }
}

/** The notice that follows the last one given, and when, in working hours; null after the last. */
export function nextNotice(
  rules: ReferralRules,
  row: DeadlineRow,
): { notice: Exclude<Notice, 'NONE'>; at: Date } | null {
  const { superviseAfter, hours } = rules.escalation;
  if (row.notice === 'SUPERVISE') return null;
  if (row.notice === 'OVERDUE') {
    const at = dueAt(row.due_at, parseDeadlineRule(superviseAfter), { movesToWorkingDay: false });
    return { notice: 'SUPERVISE', at: nextWorkingMoment(at, hours) };
  }
  const reminder = row.notice === 'NONE' ? reminderAt(rules, row) : null;
  return reminder
    ? { notice: 'REMIND', at: reminder }
    : { notice: 'OVERDUE', at: nextWorkingMoment(row.due_at, hours) };
}

/** When the reminder goes out: before the step is due, so null where no working hour is left between its beginning and then. */
function reminderAt({ escalation: { remindAfterShare, hours } }: ReferralRules, row: DeadlineRow): Date | null {
  const span = row.due_at.getTime() - row.started_at.getTime();
  const wanted = new Date(row.started_at.getTime() + span * remindAfterShare);
  const next = nextWorkingMoment(wanted, hours);
  if (next < row.due_at) return next;
  const last = lastWorkingMoment(wanted, hours);
  return last > row.started_at ? last : null;
}

/** Puts the job of the next notice in place, not before the next working hour; it replaces the one before. */
export async function scheduleNotice(
  tx: Knex.Transaction,
  rules: ReferralRules,
  row: DeadlineRow,
  now = new Date(),
): Promise<void> {
  const next = nextNotice(rules, row);
  if (!next) return;
  const { referral_id: referralId, step } = row;
  const runAt = next.at > now ? next.at : nextWorkingMoment(now, rules.escalation.hours);
  await addJob(tx, 'deadline', { referralId, step }, { runAt, key: deadlineJob(referralId, step) });
}

async function removeJob(tx: Knex.Transaction, key: string): Promise<void> {
  await tx.raw('select graphile_worker.remove_job(?)', [key]);
}
