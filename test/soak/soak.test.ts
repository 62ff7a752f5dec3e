import assert from 'node:assert/strict';
import { it } from 'node:test';
import { soak } from './soak.ts';

it('every request gets an honest answer while agencies come and go, and memory does not grow', async () => {
  const { seed, asked, whole, partial, left, faults, outages, earlyMb, lateMb } = await soak({
    seconds: 15,
    seed: 'short',
  });
  assert.deepEqual(faults, [], `seed ${seed}`);
  assert.equal(whole + partial + left, asked, 'nothing is lost');
  assert.ok(partial > 0 && whole > 0, `${whole} whole, ${partial} partial`);
  assert.ok(Object.values(outages).reduce((sum, count) => sum + count) >= 5, JSON.stringify(outages));
  // Fifteen seconds are still warming up: this finds only what grows with each request. The long form is strict.
  assert.ok(lateMb < earlyMb + 25, `${earlyMb} MB early, ${lateMb} MB late`);
});
