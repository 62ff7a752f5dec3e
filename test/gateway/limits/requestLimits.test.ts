import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { parse, print, visit } from 'graphql';
import { LIMITS } from '../../../gateway/limits/limits.ts';
import { type Posted, posterAs } from '../../harness/gateway/post.ts';
import { DEMONSTRATION_IN_PRODUCTION, startSystem, type TestSystem } from '../../harness/system.ts';

const OFFICER = 'womens-federation.shenyang.officer';
const INTEGRATOR = 'womens-federation.shenyang.integrator';
const VIEWER = '{ viewer { username } }';
const manifest = JSON.parse(
  readFileSync(new URL('../../../schema/trusted-documents.json', import.meta.url), 'utf8'),
) as {
  operations: { id: string; name: string; type: string; body: string }[];
};
const trusted = (name: string) => manifest.operations.find((operation) => operation.name === name) ?? assert.fail(name);
const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join(' ');
const nested = (depth: number): unknown => (depth === 0 ? 'end' : { a: nested(depth - 1) });

type Poster = Awaited<ReturnType<typeof posterAs>>;

describe('what the gateway refuses', () => {
  let system: TestSystem;
  let post: Poster;
  before(async () => {
    system = await startSystem();
    post = await posterAs(system, OFFICER);
  });
  after(() => system.stop());

  /** One request for each limit, each just beyond it. */
  const beyond: { [limit in keyof typeof LIMITS]?: object } = {
    tokens: { query: `{ viewer { ${times(LIMITS.tokens.fallback, () => 'name')} } }` },
    depth: { query: `{ cases ${'{ a '.repeat(LIMITS.depth.fallback)}${'}'.repeat(LIMITS.depth.fallback)} }` },
    fields: {
      query: `{ viewer { ...f ...f } } fragment f on Viewer { ${times(LIMITS.fields.fallback / 2, () => 'name')} }`,
    },
    rootFields: { query: `{ ${times(LIMITS.rootFields.fallback + 1, () => 'viewer { name }')} }` },
    aliases: { query: `{ viewer { ${times(LIMITS.aliases.fallback + 1, (i) => `a${i}: name`)} } }` },
    directives: { query: `{ viewer { name ${times(LIMITS.directives.fallback + 1, () => '@include(if: true)')} } }` },
    fragments: {
      query: `${VIEWER} ${times(LIMITS.fragments.fallback + 1, (i) => `fragment f${i} on Viewer { name }`)}`,
    },
    variableDepth: { query: VIEWER, variables: { deep: nested(LIMITS.variableDepth.fallback) } },
    variableValues: { query: VIEWER, variables: { wide: Array(LIMITS.variableValues.fallback).fill(0) } },
    cost: {
      query:
        '{ cases(first: 100) { edges { node { aidLeads(first: 100) { case { referrals(first: 100) { id } } } } } } }',
    },
  };
  for (const [limit, body] of Object.entries(beyond)) {
    it(`refuses what is beyond the limit of ${limit}, and says which it is and what is accepted`, async () => {
      const { status, code, extensions } = await post(body);
      assert.deepEqual([status, code, extensions.limit], [400, 'LIMIT_EXCEEDED', limit]);
      assert.equal(extensions.accepted, LIMITS[limit as keyof typeof LIMITS].fallback);
    });
  }

  it('refuses a body that is too large, before anything reads it', async () => {
    const { status, code, extensions } = await post({
      query: VIEWER,
      variables: { a: 'x'.repeat(LIMITS.bodyBytes.fallback) },
    });
    assert.deepEqual([status, code, extensions.limit], [413, 'LIMIT_EXCEEDED', 'bodyBytes']);
  });

  it('refuses fragments that spread themselves', async () => {
    const { code } = await post({
      query: '{ viewer { ...a } } fragment a on Viewer { ...b } fragment b on Viewer { ...a }',
    });
    assert.equal(code, 'FRAGMENT_CYCLE');
  });

  it('refuses several operations in one array', async () => {
    const { status, code } = await post([{ query: VIEWER }]);
    assert.deepEqual([status, code], [400, 'BATCH_REFUSED']);
  });

  it('refuses every kind of body that a page of another site could make a browser send', async () => {
    const kinds = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/graphql',
      '',
    ];
    for (const kind of [...kinds, 'application/json; charset=utf-16']) {
      const { status, code } = await post(JSON.stringify({ query: VIEWER }), { 'content-type': kind });
      assert.deepEqual([status, code], [415, 'UNSUPPORTED_MEDIA_TYPE'], kind);
    }
  });

  it('refuses bytes that are no UTF-8, text that is no JSON, and keys that would change what objects are', async () => {
    const broken = Buffer.concat([
      Buffer.from('{"query":"{ viewer { name } } #'),
      Buffer.from([0xc3, 0x28]),
      Buffer.from('"}'),
    ]);
    for (const body of [
      broken,
      '{"query":',
      '',
      '"query"',
      'null',
      `{"query":"${VIEWER}","variables":{"__proto__":{"a":1}}}`,
    ]) {
      const { status, code } = await post(body);
      assert.deepEqual([status, code], [400, 'BAD_REQUEST'], body.toString());
    }
  });

  it('never executes by GET', async () => {
    const address = `${system.config.urls.gateway}/graphql?query=${encodeURIComponent(VIEWER)}`;
    const response = await fetch(address, { headers: { 'content-type': 'application/json' } });
    assert.deepEqual([response.status, response.headers.get('allow')], [405, 'POST, OPTIONS']);
  });

  it('answers an unknown address with a code, and does not repeat it', async () => {
    for (const [method, path] of [
      ['GET', '/secret-4711'],
      ['OPTIONS', '/elsewhere'],
      ['GET', '/%E0%A4%A'],
    ]) {
      const response = await fetch(`${system.config.urls.gateway}${path}`, {
        method: method ?? '',
        headers: { origin: 'https://elsewhere.example' },
      });
      const text = await response.text();
      assert.deepEqual([response.status, JSON.parse(text).errors[0].extensions.code], [404, 'NOT_FOUND'], path);
      assert.doesNotMatch(text, /4711|E0/);
      assert.equal(response.headers.get('access-control-allow-origin'), null);
    }
  });

  it('sends headers that forbid a browser to keep, frame, sniff or run an answer', async () => {
    for (const { headers } of [await post({ query: VIEWER }), await post('{')]) {
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/);
      assert.equal(headers.get('referrer-policy'), 'no-referrer');
      assert.deepEqual([headers.get('x-powered-by'), headers.get('access-control-allow-origin')], [null, null]);
    }
  });

  it('repeats no value that came, in a literal or a variable, and says where it stands and what is accepted', async () => {
    const secret = 'Geheim4711';
    const wrong: [object, string][] = [
      [{ query: `{ cases(first: "${secret}") { edges { cursor } } }` }, 'Int'],
      [{ query: `{ cases(filter: { stage: [${secret}] }) { edges { cursor } } }` }, 'INVESTIGATION'],
      [
        { query: `{ cases(filter: { agency: { x: "${secret}" }, overdue: "${secret}" }) { edges { cursor } } }` },
        'CaseFilter',
      ],
      [{ query: `{ viewer { name @include(if: "${secret}") } }` }, 'Boolean!'],
      [{ query: 'query ($n: Int) { cases(first: $n) { edges { cursor } } }', variables: { n: secret } }, 'Int'],
      [
        {
          query: 'query ($f: CaseFilter) { cases(filter: $f) { edges { cursor } } }',
          variables: { f: { stage: [secret] } },
        },
        'INVESTIGATION',
      ],
      [
        {
          query: 'query ($f: CaseFilter) { cases(filter: $f) { edges { cursor } } }',
          variables: { f: { [secret]: 1 } },
        },
        'CaseFilter',
      ],
      [{ query: 'query ($i: ID!) { case(id: $i) { id } }', variables: { i: { a: secret } } }, 'ID!'],
    ];
    for (const [body, accepted] of wrong) {
      const { status, text, errors } = await post(body);
      assert.equal(status, 400, text);
      assert.doesNotMatch(text, new RegExp(secret));
      assert.ok(
        errors.some((error) => String(error.extensions?.accepted).includes(accepted)),
        text,
      );
      assert.ok(
        errors.every((error) => error.extensions?.code && error.locations?.length),
        text,
      );
    }
    const cursor = await post({
      query: `{ cases(after: "${secret}") { edges { cursor } } person(idNumber: "${secret}") { identity { name } } }`,
    });
    assert.equal(cursor.errors.length, 2);
    assert.doesNotMatch(cursor.text, new RegExp(secret));
    const syntax = await post({ query: `{ viewer "${secret}" }` });
    assert.deepEqual(
      [syntax.status, syntax.code, syntax.errors[0]?.locations],
      [400, 'GRAPHQL_PARSE_FAILED', [{ line: 1, column: 10 }]],
    );
    assert.doesNotMatch(syntax.text, new RegExp(secret));
  });

  it('names each field that is missing, so that two of them are two messages', async () => {
    const create = 'mutation ($input: CreateAidLeadInput!) { createAidLead(input: $input) { aidLead { id } } }';
    const byVariable = await post({ query: create, variables: { input: {} } });
    const byLiteral = await post({ query: 'mutation { createAidLead(input: {}) { aidLead { id } } }' });
    for (const { status, errors, text } of [byVariable, byLiteral]) {
      const messages = errors.map(({ message }) => message);
      assert.equal(status, 400);
      assert.ok(messages.some((message) => message.includes('idempotencyKey')) && messages.length > 1, text);
      assert.equal(new Set(messages).size, messages.length, 'no two are alike');
    }
  });

  it('runs the operation that operationName chooses, and none where it chooses none', async () => {
    const query = 'query A { viewer { name } } query B { viewer { username } }';
    const { data } = await post({ query, operationName: 'B' });
    assert.deepEqual(data, { viewer: { username: OFFICER } });
    for (const operationName of [undefined, 'C', '']) {
      const { status, code } = await post({ query, operationName });
      assert.deepEqual([status, code], [400, 'OPERATION_RESOLUTION_FAILURE']);
    }
  });

  it('lets every operation of the hub’s own through, with the longest page that there is', async () => {
    for (const { name, type, body } of manifest.operations) {
      const { code } = await post({ query: body, variables: body.includes('$first') ? { first: 100 } : {} });
      const said = type === 'subscription' ? ['NOT_ACCEPTABLE'] : ['BAD_USER_INPUT', 'NOT_PERMITTED', undefined];
      assert.ok(said.includes(code as string), `${name}: ${code}`);
    }
  });
});

describe('in production', () => {
  let system: TestSystem;
  let officer: Poster;
  let integrator: Poster;
  before(async () => {
    system = await startSystem({ env: DEMONSTRATION_IN_PRODUCTION });
    officer = await posterAs(system, OFFICER);
    integrator = await posterAs(system, INTEGRATOR);
  });
  after(() => system.stop());

  const username = ({ data }: Posted) => (data?.viewer as { username: string } | undefined)?.username;

  it('a document of the manifest is answered: by its id, by Apollo’s form, and by its text however it is written', async () => {
    const { id, body } = trusted('Viewer');
    const withTypenames = visit(parse(body), {
      SelectionSet: (node) => ({
        ...node,
        selections: [
          ...node.selections,
          ...parse('{ __typename }').definitions.flatMap((each) =>
            'selectionSet' in each ? (each.selectionSet?.selections ?? []) : [],
          ),
        ],
      }),
    });
    const forms: object[] = [
      { documentId: `sha256:${id}` },
      { documentId: `sha256:${id}`, operationName: 'Viewer' },
      { extensions: { persistedQuery: { version: 1, sha256Hash: id } } },
      { query: body },
      { query: body.replaceAll(/\s+/g, ' , ') },
      { query: print(withTypenames) },
      {
        query: `${body} query LedgerVerification { ledgerVerification { intact entries firstBad fault } }`,
        operationName: 'Viewer',
      },
    ];
    for (const form of forms) assert.equal(username(await officer(form)), OFFICER, JSON.stringify(form));
    const { data } = await officer({ query: trusted('CaseView').body, variables: { id: 'none' } });
    assert.deepEqual(data, { case: null }, 'with fragments');
  });

  it('an officer’s own query is refused with words on what is accepted, an integrator’s is answered', async () => {
    const own: object[] = [
      { query: VIEWER },
      { query: trusted('Viewer').body.replace('roles', 'roles roles2: roles') },
      { query: `${trusted('Viewer').body} query Own ${VIEWER}`, operationName: 'Own' },
    ];
    for (const body of own) {
      const { status, code, extensions } = await officer(body);
      assert.deepEqual([status, code], [403, 'DOCUMENT_NOT_TRUSTED']);
      assert.match(String(extensions.accepted), /schema\/operations/);
      assert.equal(username(await integrator(body)), INTEGRATOR);
    }
  });

  it('an id that is none, or not that of the text beside it, is refused', async () => {
    const unknown = await officer({ documentId: `sha256:${'0'.repeat(64)}` });
    assert.deepEqual([unknown.status, unknown.code], [400, 'PERSISTED_QUERY_NOT_FOUND']);
    const other = { query: trusted('Viewer').body, documentId: `sha256:${trusted('Cases').id}` };
    assert.equal((await officer(other)).code, 'DOCUMENT_ID_MISMATCH');
    assert.equal((await officer({ documentId: 'Viewer' })).code, 'BAD_REQUEST');
  });

  it('nobody is told what the schema has: no introspection, no suggestion, no GraphiQL', async () => {
    for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Case") { name } }']) {
      const { status, data } = await integrator({ query });
      assert.deepEqual([status, data], [400, null]);
    }
    const { text } = await integrator({ query: '{ viewr { name } }' });
    assert.doesNotMatch(text, /Did you mean|viewer/);
    const page = await fetch(`${system.config.urls.gateway}/graphql`, { headers: { accept: 'text/html' } });
    assert.equal(page.status, 405);
  });

  it('browsers are told to come by TLS only', async () => {
    const { headers } = await officer({ documentId: `sha256:${trusted('Viewer').id}` });
    assert.match(headers.get('strict-transport-security') ?? '', /max-age=\d{7,}/);
  });
});

describe('rate limits, and time', () => {
  let system: TestSystem;
  const ENV = {
    LIMITS_USER_PER_MINUTE: '12',
    LIMITS_ADDRESS_PER_MINUTE: '40',
    LIMITS_COST_PER_MINUTE: '1000',
    LIMITS_TIMEOUT_MS: '2000',
    TRUSTED_PROXIES: '127.0.0.1',
  };
  before(async () => {
    system = await startSystem({ parts: ['identity', 'exchange', 'gateway'], env: ENV });
  });
  after(() => system.stop());

  it('what is left stands in the headers, and what costs more than that is refused until the next minute', async () => {
    const post = await posterAs(system, OFFICER);
    const page = { query: '{ cases(first: 100) { edges { node { number } } } }' };
    const { headers } = await post(page);
    assert.equal(headers.get('ratelimit-policy'), '"operations";q=12;w=60, "cost";q=1000;w=60');
    // The connection, and a hundred edges with a case each.
    assert.match(headers.get('ratelimit') ?? '', /^"operations";r=11;t=60, "cost";r=799;t=60$/);
    for (let more = 0; more < 3; more += 1) await post(page);
    const { status, code, extensions, headers: last } = await post(page);
    assert.deepEqual([status, code, extensions.limit, extensions.left], [429, 'RATE_LIMITED', 'costPerMinute', 196]);
    assert.ok(Number(last.get('retry-after')) > 0 && Number(last.get('retry-after')) <= 60);
    assert.equal((await post({ query: VIEWER })).status, 200, 'a small one still goes');
  });

  it('an operation that takes too long is given up: 504, and its subgraph is no longer waited for', async () => {
    let closed = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      closed = resolve;
    });
    const slow = createServer((_request, response) => void response.once('close', closed));
    await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
    const { port } = slow.address() as { port: number };
    await system.stopPart('gateway');
    await system.startPart('gateway', { exchange: `http://127.0.0.1:${port}` });
    try {
      const post = await posterAs(system, 'hub.auditor');
      const { status, code, extensions } = await post({ query: VIEWER });
      assert.deepEqual([status, code, extensions.accepted], [504, 'OPERATION_TIMEOUT', 2000]);
      await released;
    } finally {
      slow.close();
      await system.stopPart('gateway');
      await system.startPart('gateway');
    }
  });

  it('a user who asks too often waits, and others do not', async () => {
    const post = await posterAs(system, 'hub.operator');
    const codes = [];
    for (let asked = 0; asked < 13; asked += 1) codes.push((await post({ query: VIEWER })).code);
    assert.deepEqual(codes, [...Array(12).fill(undefined), 'RATE_LIMITED']);
    assert.equal((await (await posterAs(system, 'hub.auditor'))({ query: VIEWER })).status, 200);
  });

  it('an address that floods is turned away before anybody asks who it is, and others behind the same proxy are not', async () => {
    const knock = (address: string) =>
      fetch(`${system.config.urls.gateway}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
        body: '{}',
      });
    const statuses = [];
    for (let knocks = 0; knocks < 41; knocks += 1) statuses.push((await knock('203.0.113.7')).status);
    assert.deepEqual([statuses[0], statuses.at(-1)], [401, 429]);
    assert.equal((await knock('203.0.113.8')).status, 401);
    assert.equal((await fetch(`${system.config.urls.gateway}/health`)).status, 200);
  });
});
