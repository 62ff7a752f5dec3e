import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadReferralRules } from '../../subgraphs/kit/referrals/rules.ts';
import { createRandom } from '../world/random.ts';
import { createDueDates } from './dueDates.ts';
import { live, type PlannedStep } from './referralLife.ts';

const rules = loadReferralRules();
const LEAD = { id: '0186d106-5aa0-78a1-aa8d-da4dff4b44ad', kind: 'JUDICIAL_AID_LEAD' };
const actor = { username: 'somebody', role: 'officer' };

function lives(now: string, steps: readonly (readonly [action: string, by: PlannedStep['by'], at: string])[]) {
  const laws = { rules, dueDates: createDueDates(rules), random: createRandom('lives'), now: new Date(now) };
  return live(
    laws,
    LEAD,
    steps.map(([action, by, at]) => ({ action, by, at: new Date(at), actor })),
  );
}

const SENT = [
  ['SEND', 'SENDER', '2026-09-01T10:00:00+08:00'],
  ['RECEIVE', 'RECEIVER', '2026-09-01T10:00:02+08:00'],
] as const;

test('a lead that nobody answers is reminded of, overdue, supervised and, after 60 days, expired', () => {
  const life = lives('2026-11-24T09:00:00+08:00', SENT);
  assert.deepEqual(
    life.events.map(({ action }) => action),
    ['SEND', 'RECEIVE', 'REMIND', 'OVERDUE', 'SUPERVISE', 'EXPIRE'],
  );
  assert.equal(life.status, 'EXPIRED');
  assert.deepEqual(life.jobs, []);
});

test('of an open lead the notices that were due are given, and the next one is a job of the future', () => {
  const now = '2026-09-08T09:00:00+08:00';
  const life = lives(now, SENT);
  assert.deepEqual(
    life.deadlines.map(({ step, notice, doneAt }) => [step, notice, doneAt]),
    [['ACCEPT', 'REMIND', null]],
  );
  assert.deepEqual(
    life.jobs.map(({ key }) => key),
    [`deadline:${LEAD.id}:ACCEPT`, `expire:${LEAD.id}`],
  );
  for (const { runAt } of life.jobs) assert.ok(runAt > new Date(now));
});

test('on hold the clock stands still, and moves on by the pause afterwards', () => {
  const accepted = [
    ...SENT,
    ['ACCEPT', 'RECEIVER', '2026-09-02T10:00:00+08:00'],
    ['HOLD', 'RECEIVER', '2026-09-03T10:00:00+08:00'],
  ] as const;
  const held = lives('2026-09-22T09:00:00+08:00', accepted);
  assert.equal(held.events.at(-1)?.action, 'HOLD');
  assert.deepEqual(held.jobs, []);
  const resumed = lives('2026-09-22T09:00:00+08:00', [
    ...accepted,
    ['RESUME', 'RECEIVER', '2026-09-21T10:00:00+08:00'],
  ]);
  const finish = (life: typeof held) => life.deadlines.find(({ step }) => step === 'FINISH')?.dueAt.getTime() ?? 0;
  assert.ok(finish(resumed) > finish(held));
});

test('a step that the rules do not allow is refused', () => {
  assert.throws(
    () => lives('2026-11-24T09:00:00+08:00', [...SENT, ['ACKNOWLEDGE', 'SENDER', '2026-09-03T10:00:00+08:00']]),
    /ACKNOWLEDGE/,
  );
});
