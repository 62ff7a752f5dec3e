import assert from 'node:assert/strict';
import { it } from 'node:test';
import { playFaults } from './play.ts';

it('no lead and no feedback is lost or doubled while every part is killed and started again', async () => {
  const { faults, kills, ledgerIntact, referred, seed } = await playFaults({
    referrals: 12,
    killsEach: 1,
    seed: 'short',
    pace: { between: [200, 800], down: [0, 1_000] },
    atOnce: 6,
    killingMs: 40_000,
    stepPatienceMs: 40_000,
    limitMs: 120_000,
    settleMs: 30_000,
  });
  assert.deepEqual(faults, [], `seed ${seed}`);
  assert.ok(
    Object.values(kills).every((count) => count >= 1),
    'each part at least once, the database included',
  );
  assert.equal(referred, 12);
  assert.equal(ledgerIntact, true);
});
