import { once } from 'node:events';
import { type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';
import { createParser } from 'eventsource-parser';
import type { TestSystem } from '../system.ts';

/** An event as it came. */
export interface Came {
  cursor: string | null;
  /** When it was here, by performance.now(). */
  at: number;
  data: Record<string, unknown> | null;
  errors: readonly { message: string; extensions?: Record<string, unknown> }[];
}

/** Somebody who follows a subscription, as a program without a library does: over a connection of its own. */
export interface Subscriber {
  status: number;
  headers: IncomingHttpHeaders;
  /** What came, oldest first; grows. */
  events: Came[];
  /** The id that came last, with an event or by itself. */
  cursor(): string | null;
  /** Signs of life that came. */
  beats(): number;
  /** Resolves when the stream has ended, with whether `complete` came. */
  ended: Promise<boolean>;
  /** Takes nothing more for now. */
  pause(): void;
  resume(): void;
  leave(): void;
}

export interface Following {
  query: string;
  variables?: Record<string, unknown>;
  headers?: Record<string, string>;
}

/** Resolves when the gateway has begun to answer: what happens from then on comes. @param token of whoever follows */
export async function follow(system: TestSystem, token: string, following: Following): Promise<Subscriber> {
  const headers = { authorization: `Bearer ${token}`, ...following.headers };
  return followAt(`${system.config.urls.gateway}/graphql`, { ...following, headers });
}

/** @param url where subscriptions are answered */
export async function followAt(url: string, { query, variables = {}, headers = {} }: Following): Promise<Subscriber> {
  const asked = request(url, {
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
  });
  asked.end(JSON.stringify({ query, variables }));
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  asked.on('error', () => undefined);
  const events: Came[] = [];
  let cursor: string | null = null;
  let beats = 0;
  let isComplete = false;
  const parser = createParser({
    onComment: () => {
      beats += 1;
    },
    onEvent: ({ event, data }) => {
      if (event === 'complete') isComplete = true;
      else events.push({ cursor, at: performance.now(), data: null, errors: [], ...JSON.parse(data) });
    },
  });
  let rest = '';
  response.setEncoding('utf8').on('data', (text: string) => {
    // Blocks, one by one: an id that comes without data is told by no event.
    const blocks = (rest + text).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      cursor = /^id: ?(.*)$/m.exec(block)?.[1] ?? cursor;
      parser.feed(`${block}\n\n`);
    }
  });
  response.on('error', () => undefined);
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    events,
    cursor: () => cursor,
    beats: () => beats,
    ended: new Promise((resolve) => response.once('close', () => resolve(isComplete))),
    pause: () => response.pause(),
    resume: () => response.resume(),
    leave: () => asked.destroy(),
  };
}
