import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSignInAttempts } from './signInAttempts.ts';

const start = () => {
  const clock = { now: 1_000_000_000 };
  return { clock, attempts: createSignInAttempts(() => clock.now) };
};
const HOUR_MS = 3_600_000;

test('who mistypes a few times is not delayed, and then longer each time, up to a quarter of an hour', () => {
  const { clock, attempts } = start();
  const delays = Array.from({ length: 17 }, (_, each) => {
    const seconds = attempts.failed('officer', `address ${each}`);
    clock.now += seconds * 1000;
    return seconds;
  });
  assert.deepEqual(delays, [0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]);
});

test('a delay holds for the account from every address, ends in time, and leaves other accounts alone', () => {
  const { clock, attempts } = start();
  for (let each = 0; each < 8; each += 1) attempts.failed('officer', 'one');
  assert.deepEqual(attempts.delay('officer', 'another'), { by: 'account', seconds: 4, isFirst: true });
  assert.deepEqual(attempts.delay('officer', 'another'), { by: 'account', seconds: 4, isFirst: false });
  assert.equal(attempts.delay('leader', 'one'), null);
  clock.now += 3_999;
  assert.equal(attempts.delay('officer', 'one')?.seconds, 1);
  clock.now += 1;
  assert.equal(attempts.delay('officer', 'one'), null);
});

test('one address that tries many accounts is delayed for all of them, though one of them is its own', () => {
  const { attempts } = start();
  for (let each = 0; each < 31; each += 1) attempts.failed(`account ${each}`, 'one');
  attempts.succeeded('own');
  assert.deepEqual(attempts.delay('own', 'one'), { by: 'address', seconds: 1, isFirst: true });
  assert.equal(attempts.delay('own', 'another'), null);
});

test('a sign-in forgets the account’s failures, and time forgives them one by one', () => {
  const { clock, attempts } = start();
  for (let each = 0; each < 5; each += 1) attempts.failed('officer', 'one');
  attempts.succeeded('officer');
  assert.equal(attempts.failed('officer', 'one'), 0);
  for (let each = 0; each < 6; each += 1) attempts.failed('leader', 'two');
  clock.now += 2 * HOUR_MS;
  assert.deepEqual(
    [1, 2].map(() => attempts.failed('leader', 'two')),
    [0, 1],
  );
});

test('names beyond number are forgotten from the oldest on, and not the one that is guessed now', () => {
  const { attempts } = start();
  for (let each = 0; each < 20_010; each += 1) {
    attempts.failed(`name ${each}`, `address ${each}`);
    if (each % 1000 === 0) attempts.failed('officer', `address ${each}`);
  }
  assert.equal(attempts.delay('officer', 'elsewhere')?.by, 'account');
});
