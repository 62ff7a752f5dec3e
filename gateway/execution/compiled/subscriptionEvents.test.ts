import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Answer, Happening } from '../engine.ts';
import type { Streamed } from '../subgraphs/eventStreamClient.ts';
import { SubgraphFault } from '../subgraphs/subgraphFault.ts';
import { type Completed, happeningsOf } from './subscriptionEvents.ts';

const answer = (text: string): Answer => ({ executed: true, usedWindow: false, errors: [], body: Buffer.from(text) });

async function* streamed(...items: readonly [cursor: string, body: string | null][]): AsyncGenerator<Streamed, void> {
  for (const [cursor, body] of items) yield { cursor, body: body === null ? null : Buffer.from(body) };
}

/** Cursors and texts of what is passed on. */
async function passedOn(source: AsyncIterable<Streamed>, complete: (body: Buffer) => Promise<Completed>) {
  const happenings = await happeningsOf({ open: async () => source, complete, failed: () => answer('failed') });
  const passed: [string | null, string | null][] = [];
  for await (const { cursor, answer } of happenings as AsyncIterable<Happening>)
    passed.push([cursor, answer?.body.toString() ?? null]);
  return passed;
}

describe('what happens on a stream', () => {
  it('is passed on with its cursors', async () => {
    const whole = async (body: Buffer) => ({ ...answer(`${body}!`), hasData: true });
    assert.deepEqual(await passedOn(streamed(['a', null], ['b', '1'], ['c', null]), whole), [
      ['a', null],
      ['b', '1!'],
      ['c', null],
    ]);
  });

  it('ends before an event of which nothing can be told, so that whoever comes again gets it', async () => {
    const second = async (body: Buffer) => ({ ...answer(String(body)), hasData: String(body) !== '2' });
    assert.deepEqual(await passedOn(streamed(['a', '1'], ['b', '2'], ['c', '3']), second), [
      ['a', '1'],
      [null, '2'],
    ]);
  });

  it('ends before an event that cannot be completed any more, and says why', async () => {
    const ended = async () => Promise.reject(new SubgraphFault('UNREACHABLE'));
    assert.deepEqual(await passedOn(streamed(['a', '1'], ['b', '2']), ended), [[null, 'failed']]);
  });
});
