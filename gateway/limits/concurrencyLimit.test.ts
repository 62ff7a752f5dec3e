import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Refusal } from '../http/refusal.ts';
import { createTurns } from './concurrencyLimit.ts';

describe('turns', () => {
  /** Work that ends when it is told to. */
  const held = () => {
    const ends: (() => void)[] = [];
    const work = () => new Promise<void>((resolve) => ends.push(resolve));
    return { work, ends };
  };
  const settled = () => new Promise((resolve) => setImmediate(resolve));

  it('two of one user run at a time, the third when one ends; another user does not wait for them', async () => {
    const turns = createTurns(2);
    const { work, ends } = held();
    const all = [1, 2, 3].map(() => turns.take('one', work));
    const other = held();
    const theirs = turns.take('other', other.work);
    await settled();
    assert.deepEqual([ends.length, other.ends.length], [2, 1]);
    ends[0]?.();
    await settled();
    assert.equal(ends.length, 3);
    for (const end of [...ends, ...other.ends]) end();
    await Promise.all([...all, theirs]);
  });

  it('work that fails gives its place up, too', async () => {
    const turns = createTurns(1);
    const fails = turns.take('one', async () => {
      throw new Error('no');
    });
    const next = turns.take('one', async () => 'done');
    await assert.rejects(fails, /no/);
    assert.equal(await next, 'done');
    assert.equal(await turns.take('one', async () => 'again'), 'again');
  });

  it('who has a hundred waiting gets no further place', async () => {
    const turns = createTurns(1);
    const { work, ends } = held();
    const all = Array.from({ length: 101 }, () => turns.take('one', work));
    await assert.rejects(turns.take('one', work), (error: Error) => error instanceof Refusal && error.status === 429);
    for (let ended = 0; ended < 101; ended += 1) {
      await settled();
      ends[ended]?.();
    }
    await Promise.all(all);
  });
});
