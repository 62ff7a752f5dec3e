import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answer, SubscriptionEvent } from '../engine.ts';
import type { StreamedEvent } from '../subgraphs/eventStreamClient.ts';
import { SubgraphFault } from '../subgraphs/subgraphFault.ts';
import { type CompletedEvent, subscriptionEvents } from './subscriptionEvents.ts';

const answer = (text: string): Answer => ({ executed: true, usedGrant: false, errors: [], body: Buffer.from(text) });

async function* streamed(
  ...items: readonly [cursor: string, body: string | null][]
): AsyncGenerator<StreamedEvent, void> {
  for (const [cursor, body] of items) yield { cursor, body: body === null ? null : Buffer.from(body) };
}

/** Cursors and texts of what is passed on. */
async function passedOn(source: AsyncIterable<StreamedEvent>, complete: (body: Buffer) => Promise<CompletedEvent>) {
  const events = await subscriptionEvents({ open: async () => source, complete, failed: () => answer('failed') });
  const passed: [string | null, string | null][] = [];
  for await (const { cursor, answer } of events as AsyncIterable<SubscriptionEvent>)
    passed.push([cursor, answer?.body.toString() ?? null]);
  return passed;
}

describe('the events of a subscription', () => {
  it('are passed on with their cursors', async () => {
    const whole = async (body: Buffer) => ({ ...answer(`${body}!`), hasData: true });
    assert.deepEqual(await passedOn(streamed(['a', null], ['b', '1'], ['c', null]), whole), [
      ['a', null],
      ['b', '1!'],
      ['c', null],
    ]);
  });

  it('end before an event without any data, so that a client that resumes gets it', async () => {
    const second = async (body: Buffer) => ({ ...answer(String(body)), hasData: String(body) !== '2' });
    assert.deepEqual(await passedOn(streamed(['a', '1'], ['b', '2'], ['c', '3']), second), [
      ['a', '1'],
      [null, '2'],
    ]);
  });

  it('end before an event that can no longer be completed, and say why', async () => {
    const ended = async () => Promise.reject(new SubgraphFault('UNREACHABLE'));
    assert.deepEqual(await passedOn(streamed(['a', '1'], ['b', '2']), ended), [[null, 'failed']]);
  });
});
