import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createIntrospectionCache } from './introspectionCache.ts';

const ACTIVE = { active: true };

/** A provider whose answers and a clock whose time the test sets. */
function setting(freshSeconds = 30, maxEntries?: number) {
  const state = { seconds: 0, isActive: true, isAway: false, asked: 0 };
  const cache = createIntrospectionCache({
    async ask() {
      state.asked += 1;
      await Promise.resolve();
      if (state.isAway) throw new Error('away');
      return state.isActive ? ACTIVE : null;
    },
    freshSeconds,
    ...(maxEntries && { maxEntries }),
    now: () => state.seconds * 1000,
  });
  return { state, cache };
}

test('many requests with one token at the same time cause one request to the provider', async () => {
  const { state, cache } = setting();
  await Promise.all(Array.from({ length: 50 }, () => cache.introspect('a')));
  assert.equal(state.asked, 1);
});

test('a result is used while it is fresh, and no longer', async () => {
  const { state, cache } = setting();
  assert.equal(await cache.introspect('a'), ACTIVE);
  state.isActive = false;
  state.seconds = 29;
  assert.equal(await cache.introspect('a'), ACTIVE);
  state.seconds = 30;
  assert.equal(await cache.introspect('a'), null);
  assert.equal(state.asked, 2);
});

test('a result is used for a minute at most, even with a longer setting', async () => {
  const { state, cache } = setting(3600);
  await cache.introspect('a');
  state.isActive = false;
  state.seconds = 60;
  assert.equal(await cache.introspect('a'), null);
});

test('while the provider is down its last result is used for a minute, and then nobody is let in', async () => {
  const { state, cache } = setting();
  await cache.introspect('a');
  state.isAway = true;
  state.seconds = 59;
  assert.equal(await cache.introspect('a'), ACTIVE);
  await assert.rejects(cache.introspect('never seen'), /away/);
  state.seconds = 60;
  await assert.rejects(cache.introspect('a'), /away/);
  state.isAway = false;
  assert.equal(await cache.introspect('a'), ACTIVE, 'and it is asked again as soon as it is back');
});

test('the age of a result counts from the request, so that a slow answer is not fresh for longer', async () => {
  const { state, cache } = setting();
  const slow = cache.introspect('a');
  state.seconds = 30;
  await slow;
  await cache.introspect('a');
  assert.equal(state.asked, 2);
});

test('no more results are kept than allowed, and the oldest is dropped first', async () => {
  const { state, cache } = setting(30, 2);
  for (const token of ['a', 'b', 'c']) await cache.introspect(token);
  await cache.introspect('b');
  await cache.introspect('c');
  assert.equal(state.asked, 3);
  await cache.introspect('a');
  assert.equal(state.asked, 4);
});

test('for a stream that checks every twenty seconds, a result expires twenty seconds sooner: after a minute it ends', async () => {
  const { state, cache } = setting(60);
  await cache.introspect('a', 20);
  state.isActive = false;
  state.seconds = 39;
  assert.equal(await cache.introspect('a', 20), ACTIVE);
  state.seconds = 40;
  assert.equal(await cache.introspect('a', 20), null);
  state.isActive = true;
  await cache.introspect('b');
  state.isAway = true;
  state.seconds = 80;
  await assert.rejects(cache.introspect('b', 20), /away/);
  assert.equal(await cache.introspect('b'), ACTIVE, 'who asks each time is let in for twenty more');
});
