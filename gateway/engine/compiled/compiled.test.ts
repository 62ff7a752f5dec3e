import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { composeServices } from '@apollo/composition';
import { getOperationAST, type OperationDefinitionNode, parse } from 'graphql';
import { pino } from 'pino';
import { createApolloEngine } from '../apollo.ts';
import type { Engine } from '../engine.ts';
import { createCompiledEngine } from './compiled.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@inaccessible", "@requires", "@external"])';

const AGENCIES = {
  register: `${LINK}
    scalar Anything
    type Query { cases: [Case!] case(id: ID!): Case other: Case! stage: Stage odd: Odd told(representations: Int): Int }
    type Mutation { open(id: ID!): Case close(id: ID!): Case }
    type Case @key(fields: "id") { id: ID! number: String! stage: Stage weight: Float count: Int tags: [String!] sibling: Case any: Anything }
    type Odd { constructor: String toString: Int! valueOf: Case }
    enum Stage { OPEN CLOSED SECRET @inaccessible }`,
  courts: `${LINK}
    type Mutation { appoint(id: ID!): Case }
    type Case @key(fields: "id") { id: ID! judge: String hearings: [Hearing!]! verdict: Verdict! }
    type Hearing { room: String! minutes(first: Int): [String] }
    type Verdict { text: String! }`,
};

type Agency = keyof typeof AGENCIES;
interface Asked {
  query: string;
  variables: { representations?: { __typename: string; id: string }[] } & Record<string, unknown>;
}

interface Response {
  data?: unknown;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; agency?: string; id?: string };
  }[];
  extensions?: { agencies?: Record<string, string>; valueCompletion?: unknown[] };
}

/** Agencies that say what they are told to. @param answer an object is sent as JSON, a text or bytes as they are */
async function startAgencies<Name extends string>(
  sdl: Readonly<Record<Name, string>>,
  answer: (name: Name, question: Asked) => unknown,
): Promise<{ supergraph: string; servers: Server[] }> {
  const servers: Server[] = [];
  const services = await Promise.all(
    (Object.entries(sdl) as [Name, string][]).map(async ([name, text]) => {
      const server = createServer(async (request, response) => {
        let body = '';
        for await (const chunk of request) body += chunk;
        const said = answer(name, JSON.parse(body) as Asked);
        response.setHeader('content-type', 'application/json');
        response.end(typeof said === 'string' || Buffer.isBuffer(said) ? said : JSON.stringify(said));
      });
      server.keepAliveTimeout = 120_000;
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      return { name, typeDefs: parse(text), url: `http://127.0.0.1:${port}/graphql` };
    }),
  );
  const { supergraphSdl, errors } = composeServices(services);
  return { supergraph: supergraphSdl ?? assert.fail(errors?.join()), servers };
}

describe('the compiled engine', () => {
  const servers: Server[] = [];
  let asked: Record<Agency, Asked[]>;
  /** What an agency says: an object is sent as JSON, a text or bytes as they are. */
  let says: Record<Agency, (asked: Asked) => unknown>;
  let engines: Record<'ours' | 'reference', Engine>;
  /** Lines of their log. */
  let logged = 0;

  before(async () => {
    const started = await startAgencies(AGENCIES, (name, question) => {
      asked[name].push(question);
      return says[name](question);
    });
    servers.push(...started.servers);
    const log = pino({}, { write: () => (logged += 1) });
    const options = { supergraph: started.supergraph, subgraphUrls: {}, contexts: null, introspection: true, log };
    engines = { ours: await createCompiledEngine(options), reference: await createApolloEngine(options) };
  });
  after(async () => {
    await Promise.all(Object.values(engines ?? {}).map((engine) => engine.stop()));
    for (const server of servers) server.close().closeAllConnections();
  });
  beforeEach(() => {
    asked = { register: [], courts: [] };
    says = {
      register: () => ({ data: { cases: [CASE(1), CASE(2), CASE(3)] } }),
      courts: ({ variables }) => ({
        data: { _entities: variables.representations?.map(({ id }) => ({ judge: `Judge of ${id}`, hearings: [] })) },
      }),
    };
  });

  const CASE = (id: number, more: object = {}) => ({ __typename: 'Case', id: `${id}`, ...more });

  async function ask(
    query: string,
    variables: Record<string, unknown> = {},
    engine = engines.ours,
  ): Promise<Response & { text: string }> {
    const document = parse(query);
    const { body } = await engine.execute({
      document,
      node: getOperationAST(document) as OperationDefinitionNode,
      query,
      variables,
      viewer: null,
      referral: null,
      requestId: 'test',
      signal: new AbortController().signal,
    });
    const text = String(body);
    return { ...(JSON.parse(text) as Response), text };
  }
  const codes = ({ errors = [] }: Response) =>
    errors.map(({ extensions: { code }, path }) => `${code} ${path?.join('.')}`);

  it('writes fields in the order in which they were asked for, whatever order they came in', async () => {
    says.register = () => '{"data":{"cases":[{"a":"1","number":"n","__typename":"Case","id":"1"}]}}';
    const { text } = await ask('{ cases { ... on Case { judge } id number a: id } }');
    assert.ok(text.startsWith('{"data":{"cases":[{"judge":"Judge of 1","id":"1","number":"n","a":"1"}]}'), text);
  });

  it('asks about the same object once, however often it stands in the answer', async () => {
    says.register = () => ({
      data: { cases: [CASE(1, { sibling: CASE(2) }), CASE(1, { sibling: CASE(2) }), CASE(3)] },
    });
    const { data } = await ask('{ cases { judge sibling { id judge } } }');
    assert.deepEqual(asked.courts.map(({ variables }) => variables.representations?.map(({ id }) => id)).sort(), [
      ['1', '3'],
      ['2'],
    ]);
    const sibling = { id: '2', judge: 'Judge of 2' };
    assert.deepEqual(data, {
      cases: [
        { judge: 'Judge of 1', sibling },
        { judge: 'Judge of 1', sibling },
        { judge: 'Judge of 3', sibling: null },
      ],
    });
  });

  describe('where the reference is wrong by the specification', () => {
    it('an error has the index of the object that it is about', async () => {
      // Of the first the agency cannot be asked: what it is called did not come.
      says.register = () => ({ data: { cases: [{ __typename: 'Case' }, CASE(2), CASE(3)] } });
      says.courts = () => ({
        data: { _entities: [{ judge: null }, { judge: 'Li' }] },
        errors: [{ message: 'Not now.', path: ['_entities', 0, 'judge'], extensions: { code: 'NOT_NOW' } }],
      });
      const query = '{ cases { judge } }';
      assert.deepEqual(codes(await ask(query)), ['NOT_NOW cases.1.judge']);
      assert.deepEqual(codes(await ask(query, {}, engines.reference)), ['NOT_NOW cases.0.judge']);
    });

    it('each place where an object stands has the error that came for it once', async () => {
      says.register = () => ({ data: { cases: [CASE(1), CASE(1)] } });
      says.courts = () => ({
        data: { _entities: [{ judge: null }] },
        errors: [{ message: 'Not now.', path: ['_entities', 0, 'judge'], extensions: { code: 'NOT_NOW' } }],
      });
      assert.deepEqual(codes(await ask('{ cases { judge } }')), ['NOT_NOW cases.0.judge', 'NOT_NOW cases.1.judge']);
    });

    it('an agency that did not answer is an error at a path of the answer', async () => {
      says.courts = () => 'no JSON';
      const query = '{ cases { id judge } }';
      const ours = await ask(query);
      assert.deepEqual(codes(ours), ['AGENCY_UNAVAILABLE cases']);
      assert.equal(ours.errors?.[0]?.extensions.agency, 'courts');
      assert.deepEqual(ours.extensions?.agencies, { register: 'answered', courts: 'failed' });
      assert.deepEqual(ours.data, { cases: ['1', '2', '3'].map((id) => ({ id, judge: null })) });
      assert.deepEqual(codes(await ask(query, {}, engines.reference)), ['AGENCY_UNAVAILABLE undefined']);
    });

    it('a null where none may be is an error of the answer, and goes up to the nearest place that may be null', async () => {
      says.courts = () => ({
        data: { _entities: [{ hearings: [{ room: null }] }, { hearings: [] }, { hearings: null }] },
      });
      const query = '{ cases { id hearings { room } } }';
      const ours = await ask(query);
      assert.deepEqual(ours.data, { cases: null });
      assert.deepEqual(codes(ours), ['AGENCY_ANSWER_INVALID cases.0.hearings.0.room']);
      const reference = await ask(query, {}, engines.reference);
      assert.deepEqual([reference.data, reference.errors], [{ cases: null }, undefined]);
      assert.ok(reference.extensions?.valueCompletion);
    });

    it('an ID is a text, also where it came as a number', async () => {
      says.register = () => ({ data: { case: { id: 7 } } });
      assert.deepEqual((await ask('{ case(id: 7) { id } }')).data, { case: { id: '7' } });
    });
  });

  describe('does not believe what an agency must not say', () => {
    const invalid: Record<string, [selection: string, given: unknown]> = {
      'a value of another type': ['count', { count: '12' }],
      'a number beyond 32 bits': ['count', { count: 2 ** 31 }],
      'a value that the enumeration does not have': ['stage', { stage: 'LATER' }],
      'a value that clients may not see': ['stage', { stage: 'SECRET' }],
      'an object where a text belongs': ['label: tags', { label: { a: 1 } }],
      'a text where a list belongs': ['tags', { tags: 'tag' }],
      'a list where an object belongs': ['sibling { id }', { sibling: [CASE(2)] }],
      'a text where an object belongs': ['sibling { id }', { sibling: 'case 2' }],
      'a null in a list without': ['tags', { tags: ['a', null] }],
    };
    for (const [what, [selection, given]] of Object.entries(invalid)) {
      it(what, async () => {
        says.register = () => ({ data: { case: { id: '1', ...(given as object) } } });
        const answer = await ask(`{ case(id: "1") { id ${selection} } }`);
        const [key] = Object.keys(given as object) as [string];
        assert.deepEqual(answer.data, { case: { id: '1', [key]: null } });
        assert.equal(answer.errors?.length, 1);
        assert.match(codes(answer)[0] ?? '', new RegExp(`^AGENCY_ANSWER_INVALID case\\.${key}`));
      });
    }

    for (const [what, text] of Object.entries({
      'no JSON': '<html>busy</html>',
      'JSON that is no response': '[1, 2]',
      'a response of nothing': '{}',
      'data that are none': '{"data": "all"}',
      'errors that are none': '{"data": {"cases": []}, "errors": "many"}',
      'half a response': '{"data": {"cases": [',
    })) {
      it(what, async () => {
        says.register = () => text;
        const answer = await ask('{ cases { id } stage }');
        assert.deepEqual(answer.data, { cases: null, stage: null });
        assert.deepEqual(codes(answer), ['AGENCY_UNAVAILABLE cases', 'AGENCY_UNAVAILABLE stage']);
        assert.ok(!answer.text.includes('busy') && !answer.text.includes('127.0.0.1'));
      });
    }

    it('bytes that are no UTF-8', async () => {
      says.register = () => Buffer.from('{"data":{"cases":[{"id":"\xff"}]}}', 'latin1');
      assert.deepEqual(codes(await ask('{ cases { id } }')), ['AGENCY_UNAVAILABLE cases']);
    });

    it('errors by the ten thousand of an object that stands in a thousand places', async () => {
      says.register = () => ({ data: { cases: Array.from({ length: 1_000 }, () => CASE(1)) } });
      const error = '{"path":["_entities",0,"judge"],"extensions":{"code":"INTERNAL_SERVER_ERROR"}}';
      says.courts = () => `{"data":{"_entities":[{}]},"errors":[${Array(20_000).fill(error)}]}`;
      const before = { logged, at: performance.now() };
      const { errors = [] } = await ask('{ cases { judge } }');
      assert.equal(errors.length, 1_000);
      assert.deepEqual(errors.at(-1)?.path, ['cases', 999, 'judge']);
      says.courts = () => `{"data":null,"errors":[${Array(20_000).fill(error)}]}`;
      assert.equal((await ask('{ cases { judge } }')).errors?.length, 1_000);
      assert.ok(logged - before.logged <= 1_001, `${logged - before.logged} lines`);
      assert.ok(performance.now() - before.at < 5_000);
    });

    it('what is nested without end', async () => {
      const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
      says.register = () => `{"data":{"cases":[{"__typename":"Case","id":"1","any":${deep}}]}}`;
      const answer = await ask('{ cases { id any judge } }');
      assert.deepEqual(answer.data, { cases: [{ id: '1', any: null, judge: 'Judge of 1' }] });
      assert.deepEqual(codes(answer), ['AGENCY_ANSWER_INVALID cases.0.any']);
      says.register = () => `{"data":{"cases":${deep}}}`;
      assert.deepEqual((await ask('{ cases { id judge } }')).data, { cases: null });
      says.register = () => `{"data":{"cases":[{"__typename":"Case","id":${deep}}]}}`;
      assert.deepEqual((await ask('{ cases { number: judge } }')).data, { cases: [{ number: null }] });
    });

    it('too few or too many objects', async () => {
      for (const count of [0, 2, 4]) {
        says.courts = () => ({ data: { _entities: Array.from({ length: count }, () => ({ judge: 'Li' })) } });
        const answer = await ask('{ cases { id judge } }');
        assert.deepEqual(codes(answer), ['AGENCY_UNAVAILABLE cases']);
        assert.deepEqual(answer.data, { cases: ['1', '2', '3'].map((id) => ({ id, judge: null })) });
      }
    });

    it('fields that it was not asked for: another agency’s stay as that one gave them', async () => {
      says.register = () => ({ data: { cases: [CASE(1, { number: 'ours' })] } });
      says.courts = () => ({ data: { _entities: [{ judge: 'Li', number: 'theirs', id: '9', __typename: 'Query' }] } });
      assert.deepEqual((await ask('{ cases { id number judge } }')).data, {
        cases: [{ id: '1', number: 'ours', judge: 'Li' }],
      });
    });

    it('names that every object has', async () => {
      says.register = () =>
        '{"data":{"__proto__":{"polluted":1},"odd":{"__proto__":{"polluted":1},"toString":3,"constructor":null}}}';
      const { data } = await ask('{ odd { constructor toString valueOf { id } __proto__: toString } }');
      assert.deepEqual(JSON.stringify(data), '{"odd":null}');
      says.register = () => '{"data":{"odd":{"toString":3,"__proto__":3}}}';
      const { text } = await ask('{ odd { constructor toString valueOf { id } __proto__: toString } }');
      assert.ok(
        text.startsWith('{"data":{"odd":{"constructor":null,"toString":3,"valueOf":null,"__proto__":3}}'),
        text,
      );
      assert.equal(({} as { polluted?: number }).polluted, undefined);
    });

    it('texts that would end a text', async () => {
      const number = 'a"b\\c\nd\u2028\u0001é案';
      says.register = () => ({ data: { cases: [CASE(1, { number })] } });
      assert.deepEqual((await ask('{ cases { number judge } }')).data, { cases: [{ number, judge: 'Judge of 1' }] });
      says.register = () => `{"data":{"cases":[{"__typename":"Case","id":"1","number":"\\ud800"}]}}`;
      assert.deepEqual((await ask('{ cases { number } }')).data, { cases: [{ number: '\ud800' }] });
      says.register = () => `{"data":{"cases":[{"__typename":"Case","id":"1","number":"\\u6848\\u0001 案"}]}}`;
      assert.deepEqual((await ask('{ cases { number judge } }')).data, {
        cases: [{ number: '案\u0001 案', judge: 'Judge of 1' }],
      });
      says.register = () => ({ data: { cases: [{ __typename: 'Case', id: '案一' }] } });
      assert.deepEqual((await ask('{ cases { judge } }')).data, { cases: [{ judge: 'Judge of 案一' }] });
      assert.deepEqual(asked.courts.at(-1)?.variables.representations, [{ __typename: 'Case', id: '案一' }]);
      says.register = ({ query, variables }) => ({
        data: { case: { id: `${variables.id}`, number: query.includes('案二') ? '案二' : '' } },
      });
      const both = await ask('query($id: ID!) { case(id: $id) { id number } again: case(id: "案二") { id } }', {
        id: '案一',
      });
      assert.deepEqual(both.data, { case: { id: '案一', number: '案二' }, again: null });
    });
  });

  it('gives each name of the answer the field that was asked for, whatever the plan calls by that name', async () => {
    const numberOf: Record<string, string> = {};
    says.register = ({ query }) => {
      for (const [, alias = '', name = ''] of query.matchAll(/(\w+):\s*(\w+)/g)) numberOf[name] ??= alias;
      const { number = '', stage = '' } = numberOf;
      return { data: { cases: [CASE(1, { [number]: 'n-1', [stage]: 'OPEN' })] } };
    };
    const { data } = await ask('{ cases { id: number __typename: stage judge kind: __typename } }');
    assert.deepEqual(data, { cases: [{ id: 'n-1', __typename: 'OPEN', judge: 'Judge of 1', kind: 'Case' }] });
    says.register = ({ query }) => {
      const [, alias = ''] = /(\w+):\s*number/.exec(query) ?? [];
      return {
        data: { cases: [CASE(1, { [alias]: null })] },
        errors: [{ message: 'No.', path: ['cases', 0, alias], extensions: { code: 'NO' } }],
      };
    };
    assert.deepEqual(codes(await ask('{ cases { id: number judge } }')), ['NO cases.0.id']);
  });

  it('fetches an object of which nothing is left', async () => {
    says.register = ({ query }) => {
      assert.match(query, /other/);
      return { data: { other: { __typename: 'Case', asked_kind: 'Case' } } };
    };
    const query =
      'query($c: Boolean!) { other @skip(if: $c) { id @skip(if: true) ... on Case @include(if: false) { count } } }';
    assert.deepEqual((await ask(query, { c: false })).data, { other: {} });
    assert.deepEqual((await ask(query, { c: true })).data, {});
  });

  it('says so where nothing is left because an agency does not know an object', async () => {
    says.register = () => ({ data: { other: CASE(1) } });
    says.courts = () => ({ data: { _entities: [null] } });
    const answer = await ask('{ other { id verdict { text } } }');
    assert.equal(answer.data, null);
    assert.deepEqual(codes(answer), ['AGENCY_ANSWER_INVALID undefined']);
  });

  it('says once, and nowhere, what an agency says of nothing in particular beside its data', async () => {
    says.register = () => ({
      data: { stage: 'OPEN', case: CASE(1) },
      errors: [{ message: 'Slow today.', extensions: { code: 'SLOW' } }],
    });
    const { data, errors = [] } = await ask('{ stage case(id: "1") { id } }');
    assert.deepEqual(data, { stage: 'OPEN', case: { id: '1' } });
    assert.deepEqual([errors.length, errors[0]?.path, errors[0]?.extensions.code], [1, undefined, 'SLOW']);
  });

  it('answers what is asked of the schema by whatever name', async () => {
    const { text } = await ask('{ stage __proto__: __schema { queryType { name } } }');
    assert.ok(text.startsWith('{"data":{"stage":null,"__proto__":{"queryType":{"name":"Query"}}}'), text);
  });

  it('says nothing of an object that another agency does not know, and leaves out what that one would have added', async () => {
    says.courts = () => ({ data: { _entities: [null, { judge: 'Li', verdict: { text: 'x' } }, null] } });
    const { data, errors } = await ask('{ cases { id judge } }');
    assert.deepEqual(data, {
      cases: [
        { id: '1', judge: null },
        { id: '2', judge: 'Li' },
        { id: '3', judge: null },
      ],
    });
    assert.equal(errors, undefined);
  });

  it('answers each combination of @skip and @include as it is asked', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const query = `query Q(${names.map((name) => `$${name}: Boolean!`)}) { case(id: "1") { id ${names.map((name) => `${name}: number @include(if: $${name})`).join(' ')} } }`;
    says.register = () => ({ data: { case: { id: '1', ...Object.fromEntries(names.map((name) => [name, name])) } } });
    for (let bits = 0; bits < 32; bits += 1) {
      const variables = Object.fromEntries(names.map((name, at) => [name, (bits & (1 << at)) > 0]));
      const expected = Object.fromEntries(names.filter((name) => variables[name]).map((name) => [name, name]));
      assert.deepEqual((await ask(query, variables)).data, { case: { id: '1', ...expected } });
    }
  });

  it('tells of an agency that did not answer only at what was asked of it', async () => {
    says.register = () => 'no JSON';
    const query =
      'query($no: Boolean!, $yes: Boolean = true) { cases @include(if: $no) { id } ... @skip(if: $yes) { odd { constructor } } stage @include(if: $yes) }';
    const answer = await ask(query, { no: false });
    assert.deepEqual(answer.data, { stage: null });
    assert.deepEqual(codes(answer), ['AGENCY_UNAVAILABLE stage']);
  });

  it('sends a variable that is called as those of the plan are', async () => {
    says.register = ({ variables }) => ({ data: { told: variables.representations } });
    const { data } = await ask('query($representations: Int) { told(representations: $representations) }', {
      representations: 7,
    });
    assert.deepEqual(data, { told: 7 });
  });

  it('answers what is asked about the schema beside what is asked of agencies', async () => {
    const { data } = await ask(
      '{ cases { id } ...S } fragment S on Query { s: __schema { queryType { name } } __type(name: "Stage") { enumValues { name } } }',
    );
    assert.deepEqual(data, {
      cases: ['1', '2', '3'].map((id) => ({ id })),
      s: { queryType: { name: 'Query' } },
      __type: { enumValues: [{ name: 'OPEN' }, { name: 'CLOSED' }] },
    });
    assert.equal(asked.register.length, 1);
  });

  it('carries out mutations one after the other, in their order', async () => {
    const order: string[] = [];
    const open =
      (agency: Agency) =>
      ({ query }: Asked) => {
        const [key] = /open|close|appoint/.exec(query) ?? [''];
        order.push(`${agency} ${key}`);
        return { data: { [key]: CASE(1) } };
      };
    says = { register: open('register'), courts: open('courts') };
    await ask('mutation { close(id: "1") { id } appoint(id: "1") { id } open(id: "1") { id } }');
    assert.deepEqual(order, ['register close', 'courts appoint', 'register open']);
  });

  describe('over other graphs', () => {
    /** Asks once. @param says what each agency answers */
    async function askOf(
      sdl: Readonly<Record<string, string>>,
      says: (name: string, question: Asked) => unknown,
      query: string,
    ) {
      const { supergraph, servers } = await startAgencies(sdl, says);
      const options = { subgraphUrls: {}, contexts: null, introspection: false, log: pino({ level: 'silent' }) };
      const engine = await createCompiledEngine({ supergraph, ...options });
      try {
        return await ask(query, {}, engine);
      } finally {
        await engine.stop();
        for (const server of servers) server.close().closeAllConnections();
      }
    }

    it('sends all that is required of a list, in however many parts it is written', async () => {
      const person = 'type P @key(fields: "id") { id: ID!';
      const thing =
        'interface I { list: [V!] } type A implements I { list: [V!] x: Int } type V { k: String v: String }';
      const requires = 'thing { __typename list { k } ... on A { list { v } x } }';
      const sdl = {
        a: `${LINK} type Query { p: P } ${person} thing: I } ${thing.replaceAll(/type (A|V)[^{]*/g, '$& @shareable ')}`,
        b: `${LINK} ${person} thing: I @external out: String @requires(fields: "${requires}") } ${thing.replaceAll(/type (A|V)[^{]*/g, '$& @shareable ')}`,
      };
      const list = [{ k: 'k1', v: 'v1' }];
      let sent: unknown;
      const says = (name: string, { variables }: Asked) => {
        if (name === 'a') return { data: { p: { __typename: 'P', id: '1', thing: { __typename: 'A', list, x: 1 } } } };
        sent = variables.representations;
        return { data: { _entities: [{ out: 'out' }] } };
      };
      const { data } = await askOf(sdl, says, '{ p { out } }');
      assert.deepEqual(data, { p: { out: 'out' } });
      assert.deepEqual(sent, [{ __typename: 'P', id: '1', thing: { __typename: 'A', list, x: 1 } }]);
    });

    it('says at each place what another agency says of the root there', async () => {
      const sdl = {
        a: `${LINK} type Query { cases: [Case!] } type Case { query: Query }`,
        b: `${LINK} type Query { chief: String! }`,
      };
      const cases = [1, 2].map(() => ({ __typename: 'Case', query: { __typename: 'Query' } }));
      const says = (name: string) =>
        name === 'a'
          ? { data: { cases } }
          : { data: null, errors: [{ message: 'No.', path: ['chief'], extensions: { code: 'NO' } }] };
      const answer = await askOf(sdl, says, '{ cases { query { chief } } }');
      assert.deepEqual(answer.data, { cases: [{ query: null }, { query: null }] });
      assert.deepEqual(codes(answer), ['NO cases.0.query.chief', 'NO cases.1.query.chief']);
    });
  });

  it('names agencies as the supergraph does', async () => {
    const name = 'police公安';
    const typeDefs = parse(`${LINK} type Query { cases: Int }`);
    const { supergraphSdl } = composeServices([{ name, typeDefs, url: 'http://127.0.0.1:1' }]);
    const engine = await createCompiledEngine({
      supergraph: supergraphSdl ?? '',
      subgraphUrls: {},
      contexts: null,
      introspection: false,
      log: pino({ level: 'silent' }),
    });
    const { errors, extensions } = await ask('{ cases }', {}, engine);
    await engine.stop();
    assert.deepEqual([errors?.[0]?.extensions.agency, extensions?.agencies], [name, { [name]: 'failed' }]);
  });
});
