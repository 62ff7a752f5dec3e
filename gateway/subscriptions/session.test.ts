import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Happening } from '../execution/engine.ts';
import { refuse } from '../http/refusal.ts';
import type { EventStream } from './eventStream.ts';
import { startSession } from './session.ts';

const answer = (body: string): Answer => ({ executed: true, usedWindow: false, errors: [], body: Buffer.from(body) });

/** A stream that notes what is done to it. */
function noting() {
  const done: string[] = [];
  const stream: EventStream = {
    next: async (response, cursor) => void done.push(`next ${response} ${cursor}`),
    passed: (cursor) => void done.push(`passed ${cursor}`),
    beat: () => Boolean(done.push('beat')),
    complete: (response) => void done.push(`complete ${response}`),
  };
  return { done, stream };
}

function session(happenings: AsyncIterable<Happening>, charge: () => number = () => 0) {
  const { done, stream } = noting();
  const stop = new AbortController();
  const { promise: over, resolve } = Promise.withResolvers<[number, string]>();
  const failures: unknown[] = [];
  const served = { charge, whyNot: async () => null, failed: (error: unknown) => void failures.push(error) };
  const started = startSession(happenings, stream, served, stop, (...how) => resolve(how));
  return { done, stop, over, failures, ...started };
}

describe('a session of a stream', () => {
  it('passes on what happens, and says from where to go on as soon as it is known', async () => {
    async function* happenings(): AsyncGenerator<Happening, void> {
      yield { cursor: 'a', answer: null };
      yield { cursor: 'b', answer: answer('1') };
      yield { cursor: 'c', answer: null };
    }
    const { done, over } = session(happenings());
    assert.deepEqual(await over, [1, 'COMPLETE']);
    assert.deepEqual(done, ['beat', 'passed a', 'beat', 'next 1 b', 'passed c', 'complete null']);
  });

  it('ends with what is behind it, when the caller has gone', async () => {
    const { promise: left, resolve } = Promise.withResolvers<void>();
    async function* happenings(signal: AbortSignal): AsyncGenerator<Happening, void> {
      yield { cursor: 'a', answer: answer('1') };
      await new Promise((resume) => signal.addEventListener('abort', resume));
      resolve();
    }
    const stop = new AbortController();
    const { stream } = noting();
    const { promise: over, resolve: end } = Promise.withResolvers<[number, string]>();
    startSession(
      happenings(stop.signal),
      stream,
      { charge: () => 0, whyNot: async () => null, failed: assert.fail },
      stop,
      (...how) => end(how),
    );
    await sleep(10);
    stop.abort();
    await left;
    assert.deepEqual(await over, [1, 'CALLER_GONE']);
  });

  it('lets what the minute’s share does not allow wait, and loses nothing of it', async () => {
    const waits = [0, 30, 0];
    async function* happenings(): AsyncGenerator<Happening, void> {
      yield { cursor: 'a', answer: answer('1') };
      yield { cursor: 'b', answer: answer('2') };
    }
    const since = performance.now();
    const { done, over } = session(happenings(), () => waits.shift() ?? 0);
    await over;
    assert.ok(performance.now() - since >= 29);
    assert.deepEqual(done, ['beat', 'next 1 a', 'next 2 b', 'complete null']);
  });

  it('says at once why it ends, whatever is under way', async () => {
    async function* happenings(): AsyncGenerator<Happening, void> {
      await sleep(20);
      yield { cursor: 'a', answer: answer('1') };
    }
    const { done, over, end } = session(happenings());
    end(refuse(401, 'INVALID_TOKEN', 'Sign in again.'));
    assert.match(
      done.at(-1) as string,
      /^complete {"errors":\[{"message":"Sign in again.","extensions":{"code":"INVALID_TOKEN"}}\]}$/,
    );
    assert.deepEqual(await over, [0, 'INVALID_TOKEN']);
  });

  it('that fails says so to the caller under a code, and to us what it was', async () => {
    const fault = new Error('for the log');
    // biome-ignore lint/correctness/useYield: it fails before anything happens.
    async function* happenings(): AsyncGenerator<Happening, void> {
      throw fault;
    }
    const { done, over, failures } = session(happenings());
    assert.deepEqual(await over, [0, 'INTERNAL_SERVER_ERROR']);
    assert.deepEqual(failures, [fault]);
    assert.match(done.at(-1) as string, /^complete .*INTERNAL_SERVER_ERROR/);
    assert.doesNotMatch(done.join(), /for the log/);
  });

  it('whose share is used up says at once why it does not go on', async () => {
    async function* happenings(): AsyncGenerator<Happening, void> {
      yield { cursor: null, answer: { ...answer('gone'), executed: false } };
    }
    const { done, over } = session(happenings(), () => 60_000);
    assert.deepEqual(await over, [1, 'COMPLETE']);
    assert.deepEqual(done, ['beat', 'next gone null', 'complete null']);
  });
});
