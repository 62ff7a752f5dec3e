import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStream } from '../../protocol/eventStream/openEventStream.ts';
import type { Answer, SubscriptionEvent } from '../execution/engine.ts';
import { refuse } from '../http/refusal.ts';
import { startSession } from './session.ts';

const answer = (body: string): Answer => ({ executed: true, usedGrant: false, errors: [], body: Buffer.from(body) });

/** A stream that notes what is done to it. */
function noting() {
  const done: string[] = [];
  const stream: EventStream = {
    next: async (response, cursor) => void done.push(`next ${response} ${cursor}`),
    beat: (cursor) => Boolean(done.push(`beat ${cursor}`)),
    complete: (response) => void done.push(`complete ${response}`),
  };
  return { done, stream };
}

function session(events: AsyncIterable<SubscriptionEvent>, charge: () => number = () => 0) {
  const { done, stream } = noting();
  const stop = new AbortController();
  const { promise: over, resolve } = Promise.withResolvers<[number, string]>();
  const failures: unknown[] = [];
  const options = {
    charge,
    checkAccess: async () => null,
    onError: (error: unknown) => void failures.push(error),
    onEnd: (sent: number, code: string) => resolve([sent, code]),
  };
  const started = startSession(events, stream, options, stop);
  return { done, stop, over, failures, ...started };
}

describe('a session', () => {
  it('sends events, and the first cursor as soon as it is known', async () => {
    async function* events(): AsyncGenerator<SubscriptionEvent, void> {
      yield { cursor: 'a', answer: null };
      yield { cursor: 'b', answer: answer('1') };
      yield { cursor: 'c', answer: null };
    }
    const { done, over } = session(events());
    assert.deepEqual(await over, [1, 'COMPLETE']);
    assert.deepEqual(done, ['beat null', 'beat a', 'next 1 b', 'complete null']);
  });

  it('ends the subscription when the client disconnects', async () => {
    const { promise: left, resolve } = Promise.withResolvers<void>();
    async function* events(signal: AbortSignal): AsyncGenerator<SubscriptionEvent, void> {
      yield { cursor: 'a', answer: answer('1') };
      await new Promise((resume) => signal.addEventListener('abort', resume));
      resolve();
    }
    const stop = new AbortController();
    const { stream } = noting();
    const { promise: over, resolve: end } = Promise.withResolvers<[number, string]>();
    const onEnd = (sent: number, code: string) => end([sent, code]);
    const options = { charge: () => 0, checkAccess: async () => null, onError: assert.fail, onEnd };
    startSession(events(stop.signal), stream, options, stop);
    await sleep(10);
    stop.abort();
    await left;
    assert.deepEqual(await over, [1, 'CLIENT_DISCONNECTED']);
  });

  it('waits for the next minute’s budget, and loses no event', async () => {
    const waits = [0, 30, 0];
    async function* events(): AsyncGenerator<SubscriptionEvent, void> {
      yield { cursor: 'a', answer: answer('1') };
      yield { cursor: 'b', answer: answer('2') };
    }
    const since = performance.now();
    const { done, over } = session(events(), () => waits.shift() ?? 0);
    await over;
    assert.ok(performance.now() - since >= 29);
    assert.deepEqual(done, ['beat null', 'next 1 a', 'next 2 b', 'complete null']);
  });

  it('says at once why it ends', async () => {
    async function* events(): AsyncGenerator<SubscriptionEvent, void> {
      await sleep(20);
      yield { cursor: 'a', answer: answer('1') };
    }
    const { done, over, end } = session(events());
    end(refuse(401, 'INVALID_TOKEN', 'Sign in again.'));
    assert.match(
      done.at(-1) as string,
      /^complete {"errors":\[{"message":"Sign in again.","extensions":{"code":"INVALID_TOKEN"}}\]}$/,
    );
    assert.deepEqual(await over, [0, 'INVALID_TOKEN']);
  });

  it('that fails gives the client a code, and the log the error', async () => {
    const fault = new Error('for the log');
    // biome-ignore lint/correctness/useYield: it fails before anything happens.
    async function* events(): AsyncGenerator<SubscriptionEvent, void> {
      throw fault;
    }
    const { done, over, failures } = session(events());
    assert.deepEqual(await over, [0, 'INTERNAL_SERVER_ERROR']);
    assert.deepEqual(failures, [fault]);
    assert.match(done.at(-1) as string, /^complete .*INTERNAL_SERVER_ERROR/);
    assert.doesNotMatch(done.join(), /for the log/);
  });

  it('says why a stream ends even if the budget is used up', async () => {
    async function* events(): AsyncGenerator<SubscriptionEvent, void> {
      yield { cursor: null, answer: { ...answer('gone'), executed: false } };
    }
    const { done, over } = session(events(), () => 60_000);
    assert.deepEqual(await over, [1, 'COMPLETE']);
    assert.deepEqual(done, ['beat null', 'next gone null', 'complete null']);
  });
});
