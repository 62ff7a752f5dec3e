import type { Knex } from 'knex';
import { addJob } from '../../../kit/database/jobs.ts';
import { dueAt, isProvisional, parseDeadlineRule } from '../../../kit/formats/deadline.ts';
import { lastWorkingMoment, nextWorkingMoment } from '../../../kit/formats/workingHours.ts';
import { movesToWorkingDay, type ReferralKind, type ReferralRules, type Step } from '../../../kit/referrals/rules.ts';
import type { ReferralDeadlineRow } from '../../generated/rows.ts';
import type { Notice } from './columns.ts';

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
    if (doneBy.includes(action)) await stop(tx, referralId, step, { doneAt: at });
  }
  if (action === 'HOLD') await pause(tx, referralId, at);
  if (action === 'RESUME') await resume(tx, rules, kind, referralId, at);
  if (action === 'SEND' && kind.expireAfter) {
    const runAt = dueAt(at, parseDeadlineRule(kind.expireAfter), { movesToWorkingDay: movesToWorkingDay(kind) });
    await addJob(tx, 'expire', { referralId }, { runAt, key: expiryJob(referralId) });
  }
  if (!rules.isOpen(status)) {
    for (const step of ['ACCEPT', 'FINISH'] as const) await stop(tx, referralId, step, { lapsedAt: at });
  }
  if (action === 'ACCEPT' || !rules.isOpen(status)) await removeJob(tx, expiryJob(referralId));
}

/** When the row's step is due by the calendar and the rules as they are now. */
export function dueOf(
  kind: ReferralKind | null,
  row: Pick<ReferralDeadlineRow, 'rule' | 'startedAt' | 'pauses'>,
): Pick<ReferralDeadlineRow, 'dueAt' | 'provisional'> {
  const rule = parseDeadlineRule(row.rule);
  const conditions = {
    movesToWorkingDay: movesToWorkingDay(kind),
    pauses: row.pauses.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) })),
  };
  const due = dueAt(row.startedAt, rule, conditions);
  return { dueAt: due, provisional: isProvisional(due, rule, conditions) };
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
    startedAt: at,
    ...dueOf(kind, { rule, startedAt: at, pauses: [] }),
    pausedAt: null,
    pauses: [],
    doneAt: null,
    lapsedAt: null,
    notice: 'NONE' as const,
  };
  await tx('referralDeadlines')
    .insert({ referralId, step, ...row, pauses: '[]' })
    .onConflict(['referralId', 'step'])
    .merge();
  await scheduleNotice(tx, rules, { referralId, step, ...row });
}

async function stop(
  tx: Knex.Transaction,
  referralId: string,
  step: Step,
  end: { doneAt: Date } | { lapsedAt: Date },
): Promise<void> {
  const done = await tx('referralDeadlines').where({ referralId, step, doneAt: null, lapsedAt: null }).update(end);
  if (done > 0) await removeJob(tx, deadlineJob(referralId, step));
}

async function pause(tx: Knex.Transaction, referralId: string, at: Date): Promise<void> {
  const paused = await tx<ReferralDeadlineRow>('referralDeadlines')
    .where({ referralId, doneAt: null, lapsedAt: null, pausedAt: null })
    .update({ pausedAt: at })
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
  const rows = await tx<ReferralDeadlineRow>('referralDeadlines')
    .where({ referralId, doneAt: null, lapsedAt: null })
    .whereNotNull('pausedAt');
  for (const row of rows) {
    if (row.pausedAt === null) continue;
    const pause = { from: row.pausedAt.toISOString(), to: at.toISOString() };
    const pauses = [...row.pauses, pause];
    const resumed = { ...row, ...dueOf(kind, { ...row, pauses }), pauses, pausedAt: null };
    await tx('referralDeadlines')
      .where({ referralId, step: row.step })
      .update({
        dueAt: resumed.dueAt,
        provisional: resumed.provisional,
        pauses: JSON.stringify(pauses),
        pausedAt: null,
      });
    await scheduleNotice(tx, rules, resumed);
  }
}

/** The notice that follows the last one given, and when, in working hours; null after the last. */
export function nextNotice(
  rules: ReferralRules,
  row: ReferralDeadlineRow,
): { notice: Exclude<Notice, 'NONE'>; at: Date } | null {
  const { superviseAfter, hours } = rules.escalation;
  if (row.notice === 'SUPERVISE') return null;
  if (row.notice === 'OVERDUE') {
    const at = dueAt(row.dueAt, parseDeadlineRule(superviseAfter), { movesToWorkingDay: false });
    return { notice: 'SUPERVISE', at: nextWorkingMoment(at, hours) };
  }
  const reminder = row.notice === 'NONE' ? reminderAt(rules, row) : null;
  return reminder ? { notice: 'REMIND', at: reminder } : { notice: 'OVERDUE', at: nextWorkingMoment(row.dueAt, hours) };
}

/** When the reminder goes out: before the step is due, so null where no working hour is left between its beginning and then. */
function reminderAt({ escalation: { remindAfterShare, hours } }: ReferralRules, row: ReferralDeadlineRow): Date | null {
  const span = row.dueAt.getTime() - row.startedAt.getTime();
  const wanted = new Date(row.startedAt.getTime() + span * remindAfterShare);
  const next = nextWorkingMoment(wanted, hours);
  if (next < row.dueAt) return next;
  const last = lastWorkingMoment(wanted, hours);
  return last > row.startedAt ? last : null;
}

/** Puts the job of the next notice in place, not before the next working hour; it replaces the one before. */
export async function scheduleNotice(
  tx: Knex.Transaction,
  rules: ReferralRules,
  row: ReferralDeadlineRow,
  now = new Date(),
): Promise<void> {
  const next = nextNotice(rules, row);
  if (!next) return;
  const { referralId, step } = row;
  const runAt = next.at > now ? next.at : nextWorkingMoment(now, rules.escalation.hours);
  await addJob(tx, 'deadline', { referralId, step }, { runAt, key: deadlineJob(referralId, step) });
}

async function removeJob(tx: Knex.Transaction, key: string): Promise<void> {
  await tx.raw('select graphile_worker.remove_job(?)', [key]);
}
