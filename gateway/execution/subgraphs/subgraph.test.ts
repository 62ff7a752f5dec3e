import assert from 'node:assert/strict';
import { subscribe } from 'node:diagnostics_channel';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer } from 'node:net';
import { afterEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSubgraph, type Subgraph, type SubgraphOptions } from './subgraph.ts';
import { type SubgraphRequestEnded, subgraphRequests } from './subgraphTelemetry.ts';

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
    maxWaiting: 4,
    maxBytes: 1_000,
    ...options,
  });
  opened.push(subgraph);
  return subgraph;
}

const ask = (subgraph: Subgraph, isRead = true, signal = NEVER) =>
  subgraph.send({ body: BODY, isRead, requestId: 'r', headers: () => ({}), signal });
/** The text, or the reason of the fault. */
const said = (reply: Promise<{ body: Buffer }>): Promise<string> =>
  reply.then(
    ({ body }) => body.toString(),
    ({ reason }) => reason,
  );

describe('a request to a subgraph', () => {
  it('is sent once more where the connection breaks, if it is a read', async () => {
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
    assert.equal(times, 3, 'a mutation that may have arrived is not sent again');
  });

  it('gets new headers for the retry: a signed context is valid once', async () => {
    const seen: unknown[] = [];
    const { port } = await serve((request, response) => {
      seen.push(request.headers['x-made']);
      response.writeHead(seen.length === 1 ? 503 : 200).end(ANSWER);
    });
    let made = 0;
    const headers = () => ({ 'x-made': String(++made) });
    const request = { body: BODY, isRead: true, requestId: 'r', headers, signal: NEVER };
    assert.equal(await said(subgraphAt(port).send(request)), ANSWER);
    assert.deepEqual(seen, ['1', '2']);
  });

  it('is sent again if nothing was sent, even a mutation', async () => {
    const port = await freePort();
    const refused = new Promise((resolve) => subscribe('undici:client:connectError', resolve));
    const asked = said(ask(subgraphAt(port), false));
    await refused;
    const { times } = await answering(port);
    assert.equal(await asked, ANSWER);
    assert.equal(times(), 1);
  });

  it('waits for the answer after an informational response', async () => {
    const { port } = await serve((_request, response) => {
      response.writeEarlyHints({ link: '</style.css>; rel=preload' });
      response.end(ANSWER);
    });
    assert.equal(await said(ask(subgraphAt(port))), ANSWER);
  });

  it('is signed when it is sent, not when it begins to wait for a connection', async () => {
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
      subgraph.send({
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
  });

  it('that cannot be signed is not sent, says why, and frees its connection', async () => {
    const { port, times } = await answering();
    const subgraph = subgraphAt(port, { connections: 1 });
    const headers = () => {
      throw new Error('no key');
    };
    const request = { body: BODY, isRead: true, requestId: 'r', headers, signal: NEVER };
    await assert.rejects(subgraph.send(request), { message: 'no key' });
    assert.equal(await said(ask(subgraph)), ANSWER);
    assert.equal(times(), 1);
    assert.equal(subgraph.state().running, 0);
  });

  it('is not sent once the client has disconnected', async () => {
    const { port, times } = await answering();
    const subgraph = subgraphAt(port, { connections: 1 });
    const leaving = new AbortController();
    const given = said(ask(subgraph, true, leaving.signal));
    leaving.abort();
    assert.equal(await given, 'GIVEN_UP');
    assert.equal(await said(ask(subgraph)), ANSWER, 'its place is free again');
    assert.equal(times(), 1);
  });

  it('has one time limit for everything, and no retry after it', async () => {
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

  it('is refused at once where too many wait, and waits no longer than its time limit', async () => {
    const { port } = await serve(() => undefined);
    const subgraph = subgraphAt(port, { connections: 2, maxWaiting: 3, timeoutMs: 300 });
    const stop = new AbortController();
    const asked = [1, 2, 3, 4].map(() => said(ask(subgraph)));
    const gone = said(ask(subgraph, true, stop.signal));
    assert.deepEqual([subgraph.state().running, subgraph.state().waiting], [2, 3], 'running and waiting');
    assert.equal(await said(ask(subgraph)), 'OVERLOADED');
    stop.abort();
    assert.equal(await gone, 'GIVEN_UP');
    assert.equal(subgraph.state().waiting, 2, 'a client that disconnected waits no more');
    assert.deepEqual(await Promise.all(asked), ['TIMED_OUT', 'TIMED_OUT', 'TIMED_OUT', 'TIMED_OUT']);
    await sleep(20);
    assert.deepEqual([subgraph.state().running, subgraph.state().waiting], [0, 0]);
  });

  it('closes the connection when its time limit is reached', async () => {
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
  it('is not asked for a while, then tried by a single request, and then asked again', async () => {
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

  it('stays closed to requests where the trial was cancelled', async () => {
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

  it('is still asked if it answers with errors: one operation must not close it to others', async () => {
    const { port } = await serve((_request, response) => response.writeHead(500).end());
    const subgraph = subgraphAt(port);
    for (let failed = 0; failed < 10; failed += 1) assert.equal(await said(ask(subgraph)), 'REFUSED');
    assert.equal(subgraph.state().breaker, 'closed');
  });
});

describe('telemetry', () => {
  it('says how each request ended, including a retry', async () => {
    let times = 0;
    const { port } = await serve((request, response) => {
      times += 1;
      if (times === 1) request.socket.destroy();
      else response.end(ANSWER);
    });
    const ended: SubgraphRequestEnded[] = [];
    const end = subgraphRequests.subscribe((request) => void ended.push(request));
    try {
      await ask(subgraphAt(port));
      await ask(subgraphAt(port), false);
      await said(ask(subgraphAt(await freePort())));
    } finally {
      end();
    }
    assert.deepEqual(
      ended.map(({ milliseconds: _, ...rest }) => rest),
      [
        { subgraph: 'courts', isRead: true, requestId: 'r', outcome: 'answered', retried: true },
        { subgraph: 'courts', isRead: false, requestId: 'r', outcome: 'answered', retried: false },
        { subgraph: 'courts', isRead: true, requestId: 'r', outcome: 'UNREACHABLE', retried: true },
      ],
    );
    const [again, once] = ended;
    assert.ok(
      again && once && again.milliseconds >= 50 && once.milliseconds >= 0 && once.milliseconds < again.milliseconds,
    );
  });
});
