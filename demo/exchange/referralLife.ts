import type { ReferralDeadlineRow } from '../../subgraphs/exchange/generated/rows.ts';
import { dueOf } from '../../subgraphs/exchange/relay/deadlines/deadlines.ts';
import { isTransition, type ReferralRules, type Step } from '../../subgraphs/kit/referrals/rules.ts';
import { type Actor, SYSTEM } from '../../subgraphs/kit/referrals/side.ts';
import type { Random } from '../world/random.ts';
import type { DueDates } from './dueDates.ts';

/** What somebody did to a referral; `body` is what the message would have carried. */
export interface PlannedStep {
  action: string;
  at: Date;
  by: 'SENDER' | 'RECEIVER';
  actor: Actor;
  reason?: { code: string; text: string | null };
  note?: string;
  body?: object;
}

export interface LifeEvent {
  action: string;
  at: Date;
  by: 'SENDER' | 'RECEIVER' | 'HUB';
  actor: Actor;
  status: string;
  /** Null for what is no transition. */
  version: number | null;
  reason: { code: string; text: string | null } | null;
  note: string | null;
  body: object;
}

export interface Job {
  task: 'deadline' | 'expire';
  payload: object;
  key: string;
  runAt: Date;
}

/** A referral as it stands now, with all that happened to it. */
export interface Life {
  status: string;
  version: number;
  events: LifeEvent[];
  deadlines: ReferralDeadlineRow[];
  jobs: Job[];
  sentAt: Date;
  endedAt: Date | null;
}

/** What rules a life. */
export interface Laws {
  rules: ReferralRules;
  dueDates: DueDates;
  random: Random;
  now: Date;
}

/**
 * Lets a referral run through the exchange's own rules: the clocks start, pause and stop with the planned steps, and the hub
 * gives each notice at its time, as relay/deadlines.ts and relay/notices.ts do. Up to `now` all notices that were due have been
 * given; what is due later is a job.
 *
 * @throws where a step is not allowed by the rules
 */
export function live(
  { rules, dueDates, random, now }: Laws,
  referral: { id: string; kind: string },
  steps: readonly PlannedStep[],
): Life {
  const kind = rules.kind(referral.kind);
  const [first] = steps;
  if (!kind || first?.action !== 'SEND')
    throw new Error(`A referral of ${referral.kind} must be known and begin with SEND.`);
  const events: LifeEvent[] = [];
  const clocks = new Map<Step, ReferralDeadlineRow>();
  let status = 'DRAFT';
  let openRequest: string | null = null;
  let version = 0;
  let endedAt: Date | null = null;
  const expiry = kind.expireAfter ? dueDates.due(kind, first.at, kind.expireAfter).dueAt : null;

  const happen = (step: Pick<LifeEvent, 'action' | 'at' | 'by' | 'actor'> & Partial<LifeEvent>) => {
    const rule = rules.action(step.action);
    const before = { status, openRequest };
    if (!rule || !rules.allows(rule, step.by, before))
      throw new Error(`${step.action} is not allowed in ${status} (${referral.kind}).`);
    ({ status, openRequest } = rules.next(rule, before));
    const counts = isTransition(rule);
    if (counts) version += 1;
    events.push({ reason: null, note: null, body: {}, ...step, status, version: counts ? version : null });
    if (rule.to !== null) moveClocks(step.action, step.at);
  };
  const moveClocks = (action: string, at: Date) => {
    for (const step of ['ACCEPT', 'FINISH'] as const) {
      const rule = step === 'ACCEPT' ? kind.acceptWithin : kind.finishWithin;
      if (rule && rules.steps[step].startedBy.includes(action))
        clocks.set(step, startClock(referral.id, step, rule, at, dueDates.due(kind, at, rule)));
      const clock = clocks.get(step);
      if (!clock || clock.doneAt || clock.lapsedAt) continue;
      if (rules.steps[step].doneBy.includes(action)) clock.doneAt = at;
      if (action === 'HOLD') clock.pausedAt = at;
      if (action === 'RESUME' && clock.pausedAt) {
        clock.pauses.push({ from: clock.pausedAt.toISOString(), to: at.toISOString() });
        clock.pausedAt = null;
        Object.assign(clock, dueOf(kind, clock));
      }
      if (!rules.isOpen(status) && !clock.doneAt) clock.lapsedAt = at;
    }
    endedAt = rules.isOpen(status) ? null : (endedAt ?? at);
  };
  const giveNotices = (until: Date) => {
    for (;;) {
      const due = nextDue(dueDates, clocks.values());
      if (!due || due.at > until) return;
      // The worker that gives it wakes a moment later; after a pause it may have been due before the work was resumed.
      const from = Math.max(due.at.getTime(), events.at(-1)?.at.getTime() ?? 0);
      const at = new Date(Math.min(from + random.int(200, 2_500), until.getTime()));
      happen({ action: due.notice, at, by: 'HUB', actor: SYSTEM, note: due.clock.step });
      due.clock.notice = due.notice;
    }
  };

  for (const step of steps) {
    if (step.at > now) throw new Error(`${step.action} of ${referral.kind} would be in the future.`);
    giveNotices(step.at);
    happen(step);
  }
  const unanswered = status === 'SENT' || status === 'RECEIVED';
  giveNotices(unanswered && expiry && expiry < now ? expiry : now);
  if (unanswered && expiry && expiry < now) {
    happen({
      action: 'EXPIRE',
      at: new Date(Math.min(expiry.getTime() + random.int(3_000, 5_000), now.getTime())),
      by: 'HUB',
      actor: SYSTEM,
    });
  }
  const deadlines = [...clocks.values()];
  return { status, version, events, deadlines, jobs: jobsOf(), sentAt: first.at, endedAt };

  function jobsOf(): Job[] {
    const jobs = deadlines.flatMap((clock): Job[] => {
      const next = clock.doneAt || clock.lapsedAt || clock.pausedAt ? null : dueDates.next(clock);
      const { referralId, step } = clock;
      return next
        ? [{ task: 'deadline', payload: { referralId, step }, key: `deadline:${referralId}:${step}`, runAt: next.at }]
        : [];
    });
    const mayExpire = expiry && (status === 'SENT' || status === 'RECEIVED');
    return mayExpire
      ? [...jobs, { task: 'expire', payload: { referralId: referral.id }, key: `expire:${referral.id}`, runAt: expiry }]
      : jobs;
  }
}

function startClock(
  referralId: string,
  step: Step,
  rule: string,
  at: Date,
  due: Pick<ReferralDeadlineRow, 'dueAt' | 'provisional'>,
): ReferralDeadlineRow {
  return {
    referralId,
    step,
    rule,
    startedAt: at,
    ...due,
    pausedAt: null,
    pauses: [],
    doneAt: null,
    lapsedAt: null,
    notice: 'NONE',
  };
}

type Due = NonNullable<ReturnType<DueDates['next']>> & { clock: ReferralDeadlineRow };

/** The earliest notice of the running clocks. */
function nextDue(dueDates: DueDates, clocks: Iterable<ReferralDeadlineRow>): Due | null {
  let earliest: Due | null = null;
  for (const clock of clocks) {
    const next = clock.doneAt || clock.lapsedAt || clock.pausedAt ? null : dueDates.next(clock);
    if (next && (!earliest || next.at < earliest.at)) earliest = { clock, ...next };
  }
  return earliest;
}
