import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSubgraph, type Subgraph, type SubgraphOptions } from './subgraph.ts';
import { type SubgraphAsked, subgraphsAsked } from './subgraphTelemetry.ts';

const ANSWER = '{"data":{"is":"there"}}';
const BODY = Buffer.from('{}');
const NEVER = new AbortController().signal;

let opened: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of opened) await each.close();
  opened = [];
});

async function serve(listener: RequestListener, port = 0): Promise<{ server: Server; port: number }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  opened.push({
    close() {
      server.closeAllConnections();
      server.close();
    },
  });
  return { server, port: (server.address() as { port: number }).port };
}

/** One that answers, and counts how often. */
async function answering(port = 0): Promise<{ port: number; times(): number }> {
  let times = 0;
  const served = await serve((_request, response) => {
    times += 1;
    response.end(ANSWER);
  }, port);
  return { port: served.port, times: () => times };
}

/** A port that nobody listens on any more. */
async function freePort(): Promise<number> {
  const { server, port } = await serve(() => undefined);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function subgraphAt(port: number, options: Partial<SubgraphOptions> = {}): Subgraph {
  const subgraph = createSubgraph({
    name: 'courts',
    url: `http://127.0.0.1:${port}/graphql`,
    timeoutMs: 2_000,
    connections: 4,
    mostWaiting: 4,
    mostBytes: 1_000,
    ...options,
  });
  opened.push(subgraph);
  return subgraph;
}

const ask = (subgraph: Subgraph, isRead = true, signal = NEVER) =>
  subgraph.ask({ body: BODY, isRead, requestId: 'r', headers: () => ({}), signal });
/** The text, or the reason of the fault. */
const said = (reply: Promise<{ body: Buffer }>): Promise<string> =>
  reply.then(
    ({ body }) => body.toString(),
    ({ reason }) => reason,
  );

describe('a question to a subgraph', () => {
  it('is asked once more where the connection breaks, if it changes nothing', async () => {
    let times = 0;
    const { port } = await serve((request, response) => {
      times += 1;
      if (times % 2 === 1) request.socket.destroy();
      else response.end(ANSWER);
    });
    const subgraph = subgraphAt(port);
    assert.equal(await said(ask(subgraph)), ANSWER);
    assert.equal(times, 2);
    assert.equal(await said(ask(subgraph, false)), 'UNREACHABLE');
    assert.equal(times, 3, 'a change that may have arrived is not sent again');
  });

  it('is made anew for the second time: a signed context is good once', async () => {
    const seen: unknown[] = [];
    const { port } = await serve((request, response) => {
      seen.push(request.headers['x-made']);
      response.writeHead(seen.length === 1 ? 503 : 200).end(ANSWER);
    });
    let made = 0;
    const headers = () => ({ 'x-made': String(++made) });
    const question = { body: BODY, isRead: true, requestId: 'r', headers, signal: NEVER };
    assert.equal(await said(subgraphAt(port).ask(question)), ANSWER);
    assert.deepEqual(seen, ['1', '2']);
  });

  it('is sent again where nothing was sent, also if it is a change', async () => {
    const port = await freePort();
    const refused = new Promise((resolve) => subscribe('undici:client:connectError', resolve));
    const asked = said(ask(subgraphAt(port), false));
    await refused;
    const { times } = await answering(port);
    assert.equal(await asked, ANSWER);
    assert.equal(times(), 1);
  });

  it('is heard to its answer where something is said before that', async () => {
    const { port } = await serve((_request, response) => {
      response.writeEarlyHints({ link: '</style.css>; rel=preload' });
      response.end(ANSWER);
    });
    assert.equal(await said(ask(subgraphAt(port))), ANSWER);
  });

  it('is signed when it is sent: not while it waits for its turn, and in a row with those that go out with it', async () => {
    const happened: string[] = [];
    let answerFirst = () => {};
    const { port } = await serve((request, response) => {
      const name = String(request.headers['x-name']);
      happened.push(`${name} came`);
      const answer = () => response.end(ANSWER);
      if (name === 'first') answerFirst = answer;
      else answer();
    });
    const named = (subgraph: Subgraph, name: string) =>
      subgraph.ask({
        body: BODY,
        isRead: true,
        requestId: 'r',
        headers() {
          happened.push(`${name} signed`);
          return { 'x-name': name };
        },
        signal: NEVER,
      });
    const narrow = subgraphAt(port, { connections: 1 });
    const first = named(narrow, 'first');
    const second = named(narrow, 'second');
    while (!happened.includes('first came')) await sleep(1);
    assert.deepEqual(happened, ['first signed', 'first came']);
    answerFirst();
    await Promise.all([first, second]);
    assert.deepEqual(happened.slice(2), ['second signed', 'second came']);

    const onSent = () => happened.push('sent');
    subscribe('undici:request:create', onSent);
    const wide = subgraphAt(port);
    await Promise.all([named(wide, 'third'), named(wide, 'fourth')]).finally(() =>
      unsubscribe('undici:request:create', onSent),
    );
    assert.deepEqual(happened.slice(4, 8), ['third signed', 'fourth signed', 'sent', 'sent']);
  });

  it('that cannot be signed is not sent, says why, and leaves its place to the next', async () => {
    const { port, times } = await answering();
    const subgraph = subgraphAt(port, { connections: 1 });
    const headers = () => {
      throw new Error('no key');
    };
    const question = { body: BODY, isRead: true, requestId: 'r', headers, signal: NEVER };
    await assert.rejects(subgraph.ask(question), { message: 'no key' });
    assert.equal(await said(ask(subgraph)), ANSWER);
    assert.equal(times(), 1);
    assert.equal(subgraph.state().running, 0);
  });

  it('is never sent where nobody waits for it any more by then', async () => {
    const { port, times } = await answering();
    const subgraph = subgraphAt(port, { connections: 1 });
    const leaving = new AbortController();
    const given = said(ask(subgraph, true, leaving.signal));
    leaving.abort();
    assert.equal(await given, 'GIVEN_UP');
    assert.equal(await said(ask(subgraph)), ANSWER, 'its place is free again');
    assert.equal(times(), 1);
  });

  it('has one time for all of it, and no second try after that', async () => {
    let times = 0;
    const { port } = await serve((request) => {
      times += 1;
      if (times === 1) setTimeout(() => request.socket.destroy(), 700);
    });
    const begun = performance.now();
    assert.equal(await said(ask(subgraphAt(port, { timeoutMs: 1_000 }))), 'TIMED_OUT');
    const took = performance.now() - begun;
    assert.ok(took > 950 && took < 1_600, `${took} ms`);
    assert.equal(times, 2);
  });

  it('is refused at once where too many wait, and waits no longer than its time', async () => {
    const { port } = await serve(() => undefined);
    const subgraph = subgraphAt(port, { connections: 2, mostWaiting: 3, timeoutMs: 300 });
    const stop = new AbortController();
    const asked = [1, 2, 3, 4].map(() => said(ask(subgraph)));
    const gone = said(ask(subgraph, true, stop.signal));
    assert.deepEqual(
      [subgraph.state().running, subgraph.state().waiting],
      [2, 3],
      'what the connections hold, and what waits',
    );
    assert.equal(await said(ask(subgraph)), 'OVERLOADED');
    stop.abort();
    assert.equal(await gone, 'GIVEN_UP');
    assert.equal(subgraph.state().waiting, 2, 'who has gone waits no more');
    assert.deepEqual(await Promise.all(asked), ['TIMED_OUT', 'TIMED_OUT', 'TIMED_OUT', 'TIMED_OUT']);
    await sleep(20);
    assert.deepEqual([subgraph.state().running, subgraph.state().waiting], [0, 0]);
  });

  it('closes the connection when its time is over', async () => {
    const silent = createTcpServer((socket) => socket.on('error', () => undefined).resume()).listen(0, '127.0.0.1');
    opened.push(silent);
    await new Promise((resolve) => silent.once('listening', resolve));
    const { port } = silent.address() as { port: number };
    const closed = new Promise((resolve) => silent.once('connection', (socket) => socket.once('close', resolve)));
    assert.equal(await said(ask(subgraphAt(port, { timeoutMs: 100 }))), 'TIMED_OUT');
    await closed;
  });
});

describe('a subgraph that fails', () => {
  it('is not asked for a while, then tried by one request alone, and asked again', async () => {
    let isUp = false;
    let times = 0;
    let answer = (): void => undefined;
    const { port } = await serve((_request, response) => {
      times += 1;
      if (!isUp) return void response.writeHead(503).end();
      answer = () => response.end(ANSWER);
    });
    const subgraph = subgraphAt(port);
    for (let failed = 0; failed < 5; failed += 1) assert.equal(await said(ask(subgraph, false)), 'UNREACHABLE');
    assert.equal(subgraph.state().breaker, 'open');
    assert.equal(await said(ask(subgraph)), 'BREAKER_OPEN');
    assert.equal(times, 5, 'it is left alone');
    isUp = true;
    let trial: Promise<string> | null = null;
    for (let waited = 0; subgraph.state().breaker === 'open' && waited < 8_000; waited += 20) {
      trial = said(ask(subgraph));
      await sleep(20);
    }
    assert.equal(subgraph.state().breaker, 'halfOpen');
    assert.equal(await said(ask(subgraph)), 'BREAKER_OPEN', 'others do not wait for the trial');
    answer();
    assert.equal(await trial, ANSWER);
    assert.equal(subgraph.state().breaker, 'closed');
    assert.equal(times, 6);
  });

  it('stays open where nobody has waited for the end of the trial', async () => {
    let isSilent = false;
    const { port } = await serve((_request, response) => {
      if (!isSilent) response.writeHead(502).end();
    });
    const subgraph = subgraphAt(port, { timeoutMs: 5_000 });
    for (let failed = 0; failed < 5; failed += 1) await said(ask(subgraph, false));
    isSilent = true;
    const stop = new AbortController();
    let trial: Promise<string> | null = null;
    for (let waited = 0; subgraph.state().breaker === 'open' && waited < 8_000; waited += 20) {
      trial = said(ask(subgraph, true, stop.signal));
      await sleep(20);
    }
    stop.abort();
    assert.equal(await trial, 'GIVEN_UP');
    assert.equal(subgraph.state().breaker, 'open');
  });

  it('is asked on where it answers, whatever it says: one operation must not close it to others', async () => {
    const { port } = await serve((_request, response) => response.writeHead(500).end());
    const subgraph = subgraphAt(port);
    for (let failed = 0; failed < 10; failed += 1) assert.equal(await said(ask(subgraph)), 'REFUSED');
    assert.equal(subgraph.state().breaker, 'closed');
  });
});

describe('whoever listens', () => {
  it('hears how each question ended, its second try included', async () => {
    let times = 0;
    const { port } = await serve((request, response) => {
      times += 1;
      if (times === 1) request.socket.destroy();
      else response.end(ANSWER);
    });
    const heard: SubgraphAsked[] = [];
    const end = subgraphsAsked.listen((asked) => void heard.push(asked));
    try {
      await ask(subgraphAt(port));
      await ask(subgraphAt(port), false);
      await said(ask(subgraphAt(await freePort())));
    } finally {
      end();
    }
    assert.deepEqual(
      heard.map(({ milliseconds: _, ...rest }) => rest),
      [
        { subgraph: 'courts', isRead: true, requestId: 'r', outcome: 'answered', retried: true },
        { subgraph: 'courts', isRead: false, requestId: 'r', outcome: 'answered', retried: false },
        { subgraph: 'courts', isRead: true, requestId: 'r', outcome: 'UNREACHABLE', retried: true },
      ],
    );
    const [again, once] = heard;
    assert.ok(
      again && once && again.milliseconds >= 50 && once.milliseconds >= 0 && once.milliseconds < again.milliseconds,
    );
  });
});
