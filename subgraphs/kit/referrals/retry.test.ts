import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextAttempt, nextSending, RETRY_SECONDS } from './retry.ts';

describe('trying again', () => {
  const now = new Date('2026-01-01T00:00:00Z');
  const secondsUntil = (date: Date | null) => (date === null ? null : (date.getTime() - now.getTime()) / 1000);

  it('a delivery is tried within a second of its first failure, ever more rarely, and given up after more than a day', () => {
    assert.equal(secondsUntil(nextAttempt(1, now)), 1);
    assert.equal(secondsUntil(nextAttempt(RETRY_SECONDS.length, now)), 43_200);
    assert.equal(nextAttempt(RETRY_SECONDS.length + 1, now), null);
    assert.ok(RETRY_SECONDS.reduce((sum, seconds) => sum + seconds, 0) > 86_400);
  });

  it('a sender never gives up, and waits ten minutes at most', () => {
    assert.equal(secondsUntil(nextSending(1, now)), 1);
    assert.equal(secondsUntil(nextSending(10_000, now)), 600);
  });
});
