import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMinuteBudget } from './minuteBudget.ts';

describe('a share by the minute', () => {
  it('is spent until it is too small, and is whole again when the minute that began with the first expense is over', () => {
    let now = 0;
    const budget = createMinuteBudget(10, () => now);
    assert.deepEqual(budget.spend('one', 7), { granted: true, left: 3, seconds: 60 });
    now = 30_500;
    assert.deepEqual(budget.spend('one', 4), { granted: false, left: 3, seconds: 30 });
    assert.deepEqual(budget.spend('one', 3), { granted: true, left: 0, seconds: 30 });
    assert.equal(budget.spend('other', 10).granted, true, 'each has one of its own');
    now = 60_000;
    assert.deepEqual(budget.spend('one', 1), { granted: true, left: 9, seconds: 60 });
  });

  it('of twenty thousand is remembered; one more has the oldest forgotten and nobody else', () => {
    const budget = createMinuteBudget(1, () => 0);
    for (let subject = 0; subject < 20_001; subject += 1) budget.spend(String(subject), 1);
    assert.deepEqual(
      [0, 1, 2, 20_000].map((subject) => budget.spend(String(subject), 1).granted),
      // To count 0 anew has 1 forgotten, and to count 1 anew has 2 forgotten.
      [true, true, true, false],
    );
  });
});
