import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify, { type FastifyInstance } from 'fastify';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import pino from 'pino';
import { createDocuments } from '../../server/graphql/documents.ts';
import type { SharingSession } from '../../sharing/session.ts';
import { serveEventStreams } from './serve.ts';

/** Events c1, c2, …, each with its cursor once it is given. */
class Source implements AsyncIterableIterator<{ number: number }> {
  cursor = 'c0';
  isReturned = false;
  #given = 0;
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  async next() {
    if (this.#given >= this.#most) await new Promise(() => undefined);
    this.#given += 1;
    this.cursor = `c${this.#given}`;
    return { done: false as const, value: { number: this.#given } };
  }

  async return() {
    this.isReturned = true;
    return { done: true as const, value: undefined };
  }

  [Symbol.asyncIterator]() {
    return this;
  }
}

const running: FastifyInstance[] = [];

/** @param tell what an event's field resolves to */
async function serving(
  source: Source,
  tell: (number: number) => unknown,
  { openMs = 0, beatMs = 60_000, onOpening = () => {} } = {},
) {
  const schema = buildSchema('type Query { a: Int } type Subscription { number(first: Int): Int! }');
  const { number } = (schema.getSubscriptionType() as GraphQLObjectType).getFields();
  Object.assign(number as object, {
    subscribe: async () => {
      onOpening();
      await sleep(openMs);
      return source;
    },
    resolve: (event: { number: number }) => tell(event.number),
  });
  const sharing = { settle: async () => undefined } as Partial<SharingSession> as SharingSession;
  const viewer = { agency: 'POLICE', region: '210100', roles: ['officer'], language: 'en' } as never;
  const app = Fastify({ forceCloseConnections: true });
  running.push(app);
  serveEventStreams(app, {
    schema,
    documents: createDocuments(schema, true),
    identify: async () => ({ viewer, referral: null, context: () => ({ sharing, viewer }) }),
    log: pino({ level: 'silent' }),
    beatMs,
  });
  app.post('/graphql', () => '');
  const url = `${await app.listen({ host: '127.0.0.1', port: 0 })}/graphql`;
  const ask = (query: string, signal?: AbortSignal, variables?: object) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query, variables }),
      ...(signal && { signal }),
    });
  return { ask };
}

/** What comes until a text is in it, or nothing more comes. */
async function read(response: Response, until: string): Promise<string> {
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk as Uint8Array).toString();
    if (text.includes(until)) break;
  }
  return text;
}

describe('a subgraph’s stream of events', () => {
  afterEach(() => Promise.all(running.splice(0).map((app) => app.close())));

  it('ends what it follows where the caller goes while it begins', async () => {
    const source = new Source(5);
    let told = 0;
    const caller = new AbortController();
    const { ask } = await serving(
      source,
      (number) => {
        told += 1;
        return number;
      },
      { openMs: 150, onOpening: () => caller.abort() },
    );
    await assert.rejects(ask('subscription { number }', caller.signal));
    for (let times = 0; times < 100 && !source.isReturned; times += 1) await sleep(20);
    assert.deepEqual([source.isReturned, told], [true, 0]);
  });

  it('does not pass over an event that cannot be told', async () => {
    const { ask } = await serving(new Source(3), (number) => (number === 2 ? null : number));
    const text = await read(await ask('subscription { number }'), 'event: complete');
    assert.match(text, /id: c1\nevent: next\ndata: \{"data":\{"number":1\}\}/);
    assert.match(text, /\n\nevent: next\ndata: .*"data":null\}\n\nevent: complete/);
    assert.doesNotMatch(text, /id: c[23]/);
  });

  it('says with a sign of life only what the caller has seen', async () => {
    const { ask } = await serving(new Source(1), (number) => sleep(300, number), { beatMs: 50 });
    const text = await read(await ask('subscription { number }'), 'event: next');
    const [before = ''] = text.split('event: next');
    assert.ok(before.split(':').length > 4, 'there were signs of life');
    assert.equal(before.match(/c1/g)?.length, 1, 'the id of the event itself');
  });

  it('refuses a variable of another type without repeating it', async () => {
    const { ask } = await serving(new Source(1), (number) => number);
    const asked = 'subscription ($first: Int) { number(first: $first) }';
    const text = await read(await ask(asked, undefined, { first: '210102199001011234' }), 'event: complete');
    assert.match(text, /BAD_USER_INPUT/);
    assert.doesNotMatch(text, /210102199001011234/);
  });
});
