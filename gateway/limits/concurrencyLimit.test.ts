import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Refusal } from '../http/refusal.ts';
import { createConcurrencyLimit } from './concurrencyLimit.ts';

describe('the concurrency limit', () => {
  /** Work that ends when it is told to. */
  const held = () => {
    const ends: (() => void)[] = [];
    const work = () => new Promise<void>((resolve) => ends.push(resolve));
    return { work, ends };
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it('runs two operations of one user at a time and the third when one ends; another user does not wait', async () => {
    const limit = createConcurrencyLimit(2);
    const { work, ends } = held();
    const all = [1, 2, 3].map(() => limit.run('one', work));
    const other = held();
    const theirs = limit.run('other', other.work);
    await settled();
    assert.deepEqual([ends.length, other.ends.length], [2, 1]);
    ends[0]?.();
    await settled();
    assert.equal(ends.length, 3);
    for (const end of [...ends, ...other.ends]) end();
    await Promise.all([...all, theirs]);
  });

  it('frees the slot of an operation that fails', async () => {
    const limit = createConcurrencyLimit(1);
    const fails = limit.run('one', async () => {
      throw new Error('no');
    });
    const next = limit.run('one', async () => 'done');
    await assert.rejects(fails, /no/);
    assert.equal(await next, 'done');
    assert.equal(await limit.run('one', async () => 'again'), 'again');
  });

  it('refuses a user who has a hundred operations waiting', async () => {
    const limit = createConcurrencyLimit(1);
    const { work, ends } = held();
    const all = Array.from({ length: 101 }, () => limit.run('one', work));
    await assert.rejects(limit.run('one', work), (error: Error) => error instanceof Refusal && error.status === 429);
    for (let ended = 0; ended < 101; ended += 1) {
      await settled();
      ends[ended]?.();
    }
    await Promise.all(all);
  });
});
