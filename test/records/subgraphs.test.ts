import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse, print, visit } from 'graphql';
import { createContextSigner } from '../../gateway/auth/context/contextSigner.ts';
import type { Viewer } from '../../protocol/viewer.ts';
import { databaseUrlOf } from '../../runtime/installation.ts';
import { AGENCY_PARTS } from '../../runtime/partNames.ts';
import { agencyOfPart } from '../../subgraphs/kit/definition.ts';
import { subgraphSdl } from '../../subgraphs/kit/schema/sdl.ts';
import { connectAsSuperuser, findCluster } from '../harness/cluster.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';
import { tokenOf } from '../harness/token.ts';

const VIEWER: Viewer = {
  subject: 'womens-federation.shenyang.officer',
  username: 'womens-federation.shenyang.officer',
  name: '测试',
  agency: 'WOMENS_FEDERATION',
  region: '210100',
  roles: ['officer'],
  language: 'en',
};

const BODY = JSON.stringify({ query: '{ _service { sdl } }' });

describe('every subgraph', () => {
  let system: TestSystem;
  before(async () => {
    system = await startSystem();
  });
  after(() => system.stop());

  const secrets = () =>
    JSON.parse(readFileSync(join(system.config.keysFolder, 'context.json'), 'utf8')) as Record<string, string>;
  const contextFor = (part: string, secretOf = agencyOfPart(part), audience = agencyOfPart(part), body = BODY) => {
    const secret = Buffer.from(secrets()[secretOf] as string, 'base64url');
    const asking = { viewer: VIEWER, referral: null, requestId: 'a-request' };
    return createContextSigner(new Map([[part, { audience, secret }]])).sign(asking, part, body);
  };
  const ask = async (part: string, context: string | null, headers: Record<string, string> = {}) => {
    const response = await fetch(`${system.config.urls[part]}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(context && { 'x-casegraph-context': context }), ...headers },
      body: BODY,
    });
    return { status: response.status, text: await response.text() };
  };

  for (const part of AGENCY_PARTS) {
    it(`${part} answers the gateway, and refuses whoever comes without its signed context`, async () => {
      assert.equal((await ask(part, await contextFor(part))).status, 200);
      assert.equal((await ask(part, null)).status, 401);
      assert.equal((await ask(part, 'forged.context.here')).status, 401);
      const other = part === 'police' ? 'courts' : 'police';
      assert.equal(
        (await ask(part, await contextFor(part, agencyOfPart(other)))).status,
        401,
        "another subgraph's key",
      );
      assert.equal(
        (await ask(part, await contextFor(part, agencyOfPart(part), agencyOfPart(other)))).status,
        401,
        'meant for another subgraph',
      );
    });

    it(`${part} says that it is alive and ready`, async () => {
      for (const path of ['health', 'ready']) {
        assert.equal((await fetch(`${system.config.urls[part]}/${path}`)).status, 200);
      }
    });

    it(`${part} describes every type, field, argument and value of its schema`, () => {
      const bare: string[] = [];
      visit(parse(subgraphSdl(part)), {
        enter(node, _key, _parent, _path, ancestors) {
          const describable = 'description' in node || node.kind.endsWith('Definition');
          const root =
            'name' in node &&
            ['Query', 'Mutation', 'Subscription'].includes((node.name as { value?: string })?.value ?? '');
          if (!describable || root || node.kind === 'OperationTypeDefinition') return;
          if (!('description' in node) || !node.description)
            bare.push(`${print(node).split('\n')[0]} (${ancestors.length})`);
        },
      });
      assert.deepEqual(bare, []);
    });

    it(`${part} turns a body that is no GraphQL away without a stack`, async () => {
      const response = await fetch(`${system.config.urls[part]}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-casegraph-context': await contextFor(part) },
        body: '{"query":',
      });
      assert.equal(response.status, 400);
      assert.doesNotMatch(await response.text(), /node_modules|at /);
    });
  }

  for (const [what, code, asked] of [
    ['a text that is no GraphQL', 'GRAPHQL_PARSE_FAILED', { query: '{ "210102199001011234"' }],
    ['a field that there is not', 'GRAPHQL_VALIDATION_FAILED', { query: '{ n210102199001011234 }' }],
    [
      'an operation that is not named',
      'OPERATION_RESOLUTION_FAILURE',
      { query: 'query A { __typename } query B { __typename }' },
    ],
    [
      'a variable of another type',
      'BAD_USER_INPUT',
      {
        query: 'query ($first: Int) { aidLeads(first: $first) { totalCount: __typename } }',
        variables: { first: '210102199001011234' },
      },
    ],
  ] as const) {
    it(`refuses ${what}, and does not repeat it`, async () => {
      const body = JSON.stringify(asked);
      const part = 'womens-federation';
      const response = await fetch(`${system.config.urls[part]}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-casegraph-context': contextFor(part, agencyOfPart(part), agencyOfPart(part), body),
        },
        body,
      });
      const text = await response.text();
      assert.equal(response.status, 400);
      assert.equal(JSON.parse(text).errors[0].extensions.code, code);
      assert.doesNotMatch(text, /210102199001011234/);
    });
  }

  it('closes the connection of a caller that sends nothing, its headers slowly, or its body slowly', async () => {
    const { port } = new URL(system.config.urls.police as string);
    const HEAD = 'POST /graphql HTTP/1.1\r\nhost: police\r\ncontent-type: application/json\r\n';
    const seconds = (begin: string, drop: string) =>
      new Promise<number>((resolve) => {
        const began = performance.now();
        const socket = connect(Number(port), '127.0.0.1', () => socket.write(begin));
        const drip = setInterval(() => drop && socket.write(drop), 300);
        socket
          .on('error', () => undefined)
          .on('close', () => {
            clearInterval(drip);
            resolve((performance.now() - began) / 1_000);
          })
          .resume();
      });
    const held = await Promise.all([
      seconds('', ''),
      seconds(HEAD, 'x-a: b\r\n'),
      seconds(`${HEAD}content-length: 1000000\r\n\r\n`, ' '),
    ]);
    const [nothing, headers, body] = held.map(Math.round) as [number, number, number];
    assert.ok(nothing < 10 && headers < 10, `headers: ${nothing} and ${headers} seconds`);
    assert.ok(body < 15, `body: ${body} seconds`);
  });

  it('names the variable, argument or field that is missing, so that two of them are two messages', async () => {
    const part = 'womens-federation';
    const refusalsOf = async (asked: object) => {
      const body = JSON.stringify(asked);
      const agency = agencyOfPart(part);
      const headers = {
        'content-type': 'application/json',
        'x-casegraph-context': contextFor(part, agency, agency, body),
      };
      const response = await fetch(`${system.config.urls[part]}/graphql`, { method: 'POST', headers, body });
      const { errors } = (await response.json()) as { errors: { message: string }[] };
      return errors.map(({ message }) => message);
    };
    const lead = (input: string) => `{ aidLead${input} { id } }`;
    assert.deepEqual(await refusalsOf({ query: lead('') }), ['The argument id is missing.']);
    const withVariable = `query ($id: ID!) ${lead('(id: $id)')}`;
    assert.deepEqual(await refusalsOf({ query: withVariable }), ['The variable $id is missing.']);
    assert.deepEqual(await refusalsOf({ query: withVariable, variables: { id: { secret: 1 } } }), [
      'The variable $id is not of its type.',
    ]);
    const create = 'mutation ($input: CreateAidLeadInput!) { createAidLead(input: $input) { aidLead { id } } }';
    const missing = await refusalsOf({ query: create, variables: { input: {} } });
    assert.ok(missing.includes('The variable $input lacks the field idempotencyKey.'), missing.join(' '));
    assert.equal(new Set(missing).size, missing.length, 'no two are alike');
  });

  it('no agency’s login can enter another agency’s database', async () => {
    const { default: pg } = await import('pg');
    // The cluster's own databases, as the runtime made them; test files work on clones.
    const { config } = findCluster();
    const courts = new URL(databaseUrlOf(config, 'courts') as string);
    const client = new pg.Client({
      connectionString: Object.assign(new URL(databaseUrlOf(config, 'police') as string), { pathname: courts.pathname })
        .href,
    });
    await assert.rejects(client.connect(), /permission denied for database/);
    await client.end().catch(() => undefined);
  });

  it('one request id runs from the gateway through the subgraph into the SQL', async () => {
    const officer = await system.people.as(VIEWER.username);
    const admin = await connectAsSuperuser();
    try {
      // A statement under way shows its text in pg_stat_activity; the last one of each connection stays there.
      const accessToken = await tokenOf(system, officer.username);
      const response = await fetch(`${system.config.urls.gateway}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${accessToken}`,
          'x-request-id': 'the-callers-own',
        },
        body: JSON.stringify({ query: '{ hardshipCategories { code } }' }),
      });
      const requestId = response.headers.get('x-request-id') ?? '';
      assert.match(requestId, /^[\da-f-]{36}$/, 'the gateway’s, whatever the caller sends');
      const { rows } = await admin.query(
        'select query from pg_stat_activity where query like $1 and pid <> pg_backend_pid()',
        [`/* request ${requestId} */%`],
      );
      assert.ok(rows.length > 0, 'the statement carries the id');
    } finally {
      await admin.end();
    }
  });
});
