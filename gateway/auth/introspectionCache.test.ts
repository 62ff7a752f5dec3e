import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLiveness } from './introspectionCache.ts';

const ALIVE = { active: true };

/** A provider whose answers and a clock whose time the test sets. */
function setting(freshSeconds = 30, mostKept?: number) {
  const state = { seconds: 0, alive: true, away: false, asked: 0 };
  const liveness = createLiveness({
    async ask() {
      state.asked += 1;
      await Promise.resolve();
      if (state.away) throw new Error('away');
      return state.alive ? ALIVE : null;
    },
    freshSeconds,
    ...(mostKept && { mostKept }),
    now: () => state.seconds * 1000,
  });
  return { state, liveness };
}

test('a token that is asked for many times at once is asked about once', async () => {
  const { state, liveness } = setting();
  await Promise.all(Array.from({ length: 50 }, () => liveness.ask('a')));
  assert.equal(state.asked, 1);
});

test('the provider’s word is taken for as long as it is fresh, and no longer', async () => {
  const { state, liveness } = setting();
  assert.equal(await liveness.ask('a'), ALIVE);
  state.alive = false;
  state.seconds = 29;
  assert.equal(await liveness.ask('a'), ALIVE);
  state.seconds = 30;
  assert.equal(await liveness.ask('a'), null);
  assert.equal(state.asked, 2);
});

test('a word that is to be fresh for more than a minute is asked for again after a minute', async () => {
  const { state, liveness } = setting(3600);
  await liveness.ask('a');
  state.alive = false;
  state.seconds = 60;
  assert.equal(await liveness.ask('a'), null);
});

test('where the provider is away its last word counts for a minute, and then nobody is let in', async () => {
  const { state, liveness } = setting();
  await liveness.ask('a');
  state.away = true;
  state.seconds = 59;
  assert.equal(await liveness.ask('a'), ALIVE);
  await assert.rejects(liveness.ask('never seen'), /away/);
  state.seconds = 60;
  await assert.rejects(liveness.ask('a'), /away/);
  state.away = false;
  assert.equal(await liveness.ask('a'), ALIVE, 'and it is asked again as soon as it is back');
});

test('a word counts from when it was asked for, so a slow answer is not fresh for longer', async () => {
  const { state, liveness } = setting();
  const slow = liveness.ask('a');
  state.seconds = 30;
  await slow;
  await liveness.ask('a');
  assert.equal(state.asked, 2);
});

test('no more tokens are remembered than are allowed, and the oldest goes first', async () => {
  const { state, liveness } = setting(30, 2);
  for (const token of ['a', 'b', 'c']) await liveness.ask(token);
  await liveness.ask('b');
  await liveness.ask('c');
  assert.equal(state.asked, 3);
  await liveness.ask('a');
  assert.equal(state.asked, 4);
});

test('for who goes on while asking every twenty seconds, a word is too old so much sooner: after a minute nobody goes on', async () => {
  const { state, liveness } = setting(60);
  await liveness.ask('a', 20);
  state.alive = false;
  state.seconds = 39;
  assert.equal(await liveness.ask('a', 20), ALIVE);
  state.seconds = 40;
  assert.equal(await liveness.ask('a', 20), null);
  state.alive = true;
  await liveness.ask('b');
  state.away = true;
  state.seconds = 80;
  await assert.rejects(liveness.ask('b', 20), /away/);
  assert.equal(await liveness.ask('b'), ALIVE, 'who asks each time is let in for twenty more');
});
