import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Agent, request as ask, type IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { type Audit, serverAudits } from 'graphql-http';
import { type GatewayProcess, startGatewayCommand } from '../../harness/gateway/gatewayCommand.ts';
import { startGraph, type TestGraph } from '../../harness/gateway/graph.ts';
import { until } from '../../harness/leads.ts';
import { startSystem, type TestSystem } from '../../harness/system.ts';
import { tokenOf } from '../../harness/token.ts';

const GRAPHQL = 'application/graphql-response+json';
const BOOKS = '{ books { title } }';

const startLibrary = () =>
  startGraph({
    library: {
      sdl: `
        type Query { books: [Book!]! pages(count: Int!): [String!]! never: String broken: String! }
        type Mutation { add(title: String!): Book! }
        type Book @key(fields: "title") { title: String! }`,
      resolvers: {
        Query: {
          books: () => [{ title: '红楼梦' }],
          pages: (_parent: unknown, { count }: { count: number }) => Array(count).fill('一页一页又一页'),
          never: () => new Promise(() => undefined),
          broken: () => {
            throw new Error('broken');
          },
        },
        Mutation: { add: (_parent: unknown, { title }: { title: string }) => ({ title }) },
      },
    },
  });

/** Fails with the words of each audit that is not met, but for those that say MAY and are named. */
async function assertAudits(audits: readonly Audit[], unmet: readonly string[] = []): Promise<void> {
  const failed: string[] = [];
  for (const { id, name, fn } of audits) {
    const result = await fn();
    if (result.status !== 'ok' && !unmet.includes(id)) failed.push(`${id} ${name}: ${result.reason}`);
  }
  assert.deepEqual(failed, []);
}

describe('GraphQL over HTTP, before a graph that asks nobody who they are', () => {
  let graph: TestGraph;
  let gateway: GatewayProcess;
  before(async () => {
    graph = await startLibrary();
    gateway = await startGatewayCommand(['--supergraph', graph.file, '--anonymous']);
  });
  after(async () => {
    await gateway?.stop();
    await graph.stop();
  });

  const send = async (body: unknown, headers: Record<string, string> = {}, method = 'POST', query = '') => {
    const response = await fetch(`${gateway.url}/graphql${query}`, {
      method,
      headers: { ...(method === 'POST' && { 'content-type': 'application/json' }), ...headers },
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = text === '' ? null : JSON.parse(text);
    return { status: response.status, headers: response.headers, type: response.headers.get('content-type'), answer };
  };
  const codeOf = ({ answer }: Awaited<ReturnType<typeof send>>) => answer.errors?.[0].extensions.code;
  const byUrl = (parameters: Record<string, string>, headers: Record<string, string> = {}, method = 'GET') =>
    send(null, headers, method, `?${new URLSearchParams(parameters)}`);

  it('meets all audits of graphql-http', async () => {
    const audits = serverAudits({ url: `${gateway.url}/graphql` });
    assert.ok(audits.length >= 60);
    await assertAudits(audits);
  });

  it('answers in the media type that a caller prefers, in JSON whoever says nothing, and 406 where there is none', async () => {
    const wanted: [string | undefined, string | null][] = [
      [GRAPHQL, GRAPHQL],
      ['application/json', 'application/json'],
      [`${GRAPHQL}, application/json;q=0.9`, GRAPHQL],
      [`application/json;q=0.5, ${GRAPHQL};q=0.4`, 'application/json'],
      [`${GRAPHQL}; charset=utf-8`, GRAPHQL],
      ['text/html, */*;q=0.1', 'application/json'],
      ['application/*', 'application/json'],
      ['text/html', null],
      [`${GRAPHQL};q=0`, null],
    ];
    for (const [accept, type] of wanted) {
      const response = await send({ query: BOOKS }, accept === undefined ? {} : { accept });
      assert.equal(response.status, type === null ? 406 : 200, accept);
      assert.equal(response.type, `${type ?? 'application/json'}; charset=utf-8`, accept);
      assert.match(response.headers.get('vary') ?? '', /accept, accept-encoding/);
      if (type === null) assert.equal(codeOf(response), 'NOT_ACCEPTABLE');
    }
    assert.equal(graph.asked('library') >= 7, true);
  });

  it('tells what is wrong with an operation by 400, and by 200 whoever knows application/json alone', async () => {
    const wrong = [
      { query: '{' },
      { query: '{ nothing }' },
      { query: 'query ($n: Int!) { pages(count: $n) }', variables: { n: 'many' } },
      { query: 'query A { books { title } } query B { books { title } }' },
      {
        query: '{ a { b { c { d { e { f { g { h { i { j { k { l { m { n { o { p { q } } } } } } } } } } } } } } } } }',
      },
      { documentId: `sha256:${'0'.repeat(64)}` },
    ];
    for (const body of wrong) {
      const statuses = [];
      for (const accept of [GRAPHQL, 'application/json', '*/*']) {
        const { status, answer, type } = await send(body, { accept });
        statuses.push(status);
        assert.deepEqual(Object.keys(answer), ['errors']);
        assert.equal(type?.startsWith(accept.replace('*/*', 'application/json')), true);
      }
      assert.deepEqual(statuses, [400, 200, 400], JSON.stringify(body));
    }
    // What is no request of GraphQL's at all is HTTP's own matter.
    for (const body of [[], {}, 'query', { query: 1 }, { query: BOOKS, variables: [] }])
      assert.equal((await send(body, { accept: 'application/json' })).status, 400, JSON.stringify(body));
  });

  it('answers 200 with data, and also with data that is null because a field failed', async () => {
    for (const accept of [GRAPHQL, 'application/json']) {
      const { status, answer } = await send({ query: '{ broken }' }, { accept });
      assert.deepEqual([status, answer.data, answer.errors.length], [200, null, 1]);
    }
  });

  it('takes JSON in UTF-8 alone, and says that it takes no multipart and no compressed requests', async () => {
    const types: [Record<string, string>, number][] = [
      [{ 'content-type': 'application/json; charset=UTF-8' }, 200],
      [{ 'content-type': 'application/json; charset="utf-8"' }, 200],
      [{ 'content-type': 'application/json; charset=latin1' }, 415],
      [{ 'content-type': 'multipart/form-data; boundary=x' }, 415],
      [{ 'content-type': 'application/graphql' }, 415],
      [{ 'content-encoding': 'gzip' }, 415],
    ];
    for (const [headers, expected] of types) {
      const { status, answer } = await send({ query: BOOKS }, headers);
      assert.equal(status, expected, JSON.stringify(headers));
      if (status === 415) assert.match(answer.errors[0].message, /multipart requests are not taken/);
    }
  });

  it('refuses arrays of operations', async () => {
    assert.equal(codeOf(await send([{ query: BOOKS }])), 'BATCH_REFUSED');
  });

  it('answers queries in a URL, and sends mutations to POST', async () => {
    const query = 'query Pages($n: Int!) { pages(count: $n) } query Books { books { title } }';
    const pages = await byUrl({ query, operationName: 'Pages', variables: '{"n":2}', extensions: '{}' });
    assert.deepEqual([pages.status, pages.answer.data.pages.length], [200, 2]);
    const books = await byUrl({ query: BOOKS, operationName: '', variables: '' }, { accept: GRAPHQL });
    assert.deepEqual([books.answer.data.books[0].title, books.type?.split(';')[0]], ['红楼梦', GRAPHQL]);
    const mutation = await byUrl({ query: 'mutation { add(title: "x") { title } }' });
    assert.deepEqual([mutation.status, mutation.headers.get('allow')], [405, 'POST']);
    const wrong: [Record<string, string> | string, string][] = [
      [{}, 'BAD_REQUEST'],
      [{ query: BOOKS, variables: '{' }, 'BAD_REQUEST'],
      [{ query: BOOKS, variables: '{"__proto__":{"a":1}}' }, 'BAD_REQUEST'],
      [{ query: BOOKS, variables: '[]' }, 'BAD_REQUEST'],
      [{ query: BOOKS, operationName: 'null' }, 'OPERATION_RESOLUTION_FAILURE'],
      [`?query=${encodeURIComponent(BOOKS)}&query=x`, 'BAD_REQUEST'],
      [`?query=${encodeURIComponent(BOOKS)}&variables=%7B%22a%22:%22%FF%22%7D`, 'BAD_REQUEST'],
      [{ documentId: `sha256:${'0'.repeat(64)}` }, 'PERSISTED_QUERY_NOT_FOUND'],
    ];
    for (const [parameters, code] of wrong) {
      const response = await (typeof parameters === 'string'
        ? send(null, {}, 'GET', parameters)
        : byUrl(parameters, {}));
      assert.deepEqual([response.status, codeOf(response)], [400, code], JSON.stringify(parameters));
    }
    const { answer } = await byUrl({ query: BOOKS, variables: '{' });
    assert.equal(answer.errors[0].message, 'The parameter variables is not JSON in UTF-8.');
  });

  it('answers HEAD as GET without the body, tells by OPTIONS what there is, and 405 for the rest', async () => {
    const got = await byUrl({ query: BOOKS });
    const head = await byUrl({ query: BOOKS }, {}, 'HEAD');
    assert.deepEqual(
      [head.status, head.answer, head.headers.get('content-length')],
      [200, null, got.headers.get('content-length')],
    );
    const options = await send(null, { origin: 'https://elsewhere.example' }, 'OPTIONS');
    assert.deepEqual([options.status, options.headers.get('allow')], [204, 'GET, HEAD, POST, OPTIONS']);
    assert.equal(options.headers.get('access-control-allow-origin'), null);
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      const { status, headers } = await send(null, {}, method);
      assert.deepEqual([status, headers.get('allow')], [405, 'GET, HEAD, POST, OPTIONS'], method);
    }
  });

  it('compresses large answers as the caller takes them, and small ones never', async () => {
    const raw = async (count: number, coding: string) => {
      const request = ask(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-encoding': coding },
      });
      request.end(JSON.stringify({ query: `{ pages(count: ${count}) }` }));
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      const body = await buffer(response);
      assert.equal(Number(response.headers['content-length']), body.length);
      return { coding: response.headers['content-encoding'], body };
    };
    const plain = await raw(2_000, 'identity');
    assert.deepEqual([plain.coding, plain.body.length > 40_000], [undefined, true]);
    const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
    for (const [accepted, coding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip', 'gzip'],
    ] as const) {
      const packed = await raw(2_000, accepted);
      assert.deepEqual([packed.coding, packed.body.length < 4_000], [coding, true]);
      assert.ok(unpack[coding](packed.body).equals(plain.body));
    }
    for (const accepted of ['deflate', 'gzip;q=0']) assert.equal((await raw(2_000, accepted)).coding, undefined);
    assert.equal((await raw(1, 'br, gzip')).coding, undefined);
  });

  it('keeps a connection for the next request', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const sockets = new Set<unknown>();
    for (let asked = 0; asked < 3; asked += 1) {
      const request = ask(`${gateway.url}/graphql?query=${encodeURIComponent(BOOKS)}`, { agent });
      request.once('socket', (socket) => sockets.add(socket)).end();
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      await buffer(response);
    }
    agent.destroy();
    assert.equal(sockets.size, 1);
  });

  it('has a subgraph work for nobody who has gone', async () => {
    const stop = new AbortController();
    const asked = graph.asked('library');
    const answer = fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ never }' }),
      signal: stop.signal,
    });
    await until('the subgraph is asked', async () => graph.asked('library') > asked);
    const givenUp = graph.givenUp('library');
    stop.abort();
    await assert.rejects(answer);
    await until('the subgraph is given up', async () => graph.givenUp('library') > givenUp);
  });
});

describe('GraphQL over HTTP, where people sign in', () => {
  let system: TestSystem;
  let authorization: string;
  before(async () => {
    system = await startSystem({ parts: ['identity', 'exchange', 'gateway'] });
    authorization = `Bearer ${await tokenOf(system, 'hub.auditor')}`;
  });
  after(() => system.stop());

  it('meets all audits of graphql-http that do not ask for operations in a URL, where identity numbers might stand', async () => {
    const fetchFn = (url: string, init: RequestInit = {}) =>
      fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), authorization } });
    const audits = serverAudits({ url: `${system.config.urls.gateway}/graphql`, fetchFn });
    await assertAudits(audits, ['5A70', 'D6D5', '6A70']);
  });

  it('refuses operations in a URL before anybody looks at them, by HEAD as well', async () => {
    const url = `${system.config.urls.gateway}/graphql?query=${encodeURIComponent('{ viewer { name } }')}`;
    for (const method of ['GET', 'HEAD', 'PUT', 'DELETE']) {
      const response = await fetch(url, { method, headers: { authorization } });
      assert.deepEqual([response.status, response.headers.get('allow')], [405, 'POST, OPTIONS'], method);
    }
  });

  it('tells in the caller’s media type that somebody has to sign in', async () => {
    const response = await fetch(`${system.config.urls.gateway}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: GRAPHQL },
      body: JSON.stringify({ query: '{ viewer { name } }' }),
    });
    assert.deepEqual([response.status, response.headers.get('content-type')], [401, `${GRAPHQL}; charset=utf-8`]);
  });
});
