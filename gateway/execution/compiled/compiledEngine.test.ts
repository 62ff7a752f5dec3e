import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Agency, type Asked, ask, CASE, codes, scriptedGraph } from './scriptedAgencies.ts';

describe('the compiled engine', () => {
  const graph = scriptedGraph();

  it('writes fields in the order in which they were asked for, whatever order they came in', async () => {
    graph.says.register = () => '{"data":{"cases":[{"a":"1","number":"n","__typename":"Case","id":"1"}]}}';
    const { text } = await graph.ask('{ cases { ... on Case { judge } id number a: id } }');
    assert.ok(text.startsWith('{"data":{"cases":[{"judge":"Judge of 1","id":"1","number":"n","a":"1"}]}'), text);
  });

  it('asks about the same object once, however often it stands in the answer', async () => {
    graph.says.register = () => ({
      data: { cases: [CASE(1, { sibling: CASE(2) }), CASE(1, { sibling: CASE(2) }), CASE(3)] },
    });
    const { data } = await graph.ask('{ cases { judge sibling { id judge } } }');
    assert.deepEqual(graph.asked.courts.map(({ variables }) => variables.representations?.map(({ id }) => id)).sort(), [
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
      graph.says.register = () => ({ data: { cases: [{ __typename: 'Case' }, CASE(2), CASE(3)] } });
      graph.says.courts = () => ({
        data: { _entities: [{ judge: null }, { judge: 'Li' }] },
        errors: [{ message: 'Not now.', path: ['_entities', 0, 'judge'], extensions: { code: 'NOT_NOW' } }],
      });
      const query = '{ cases { judge } }';
      assert.deepEqual(codes(await graph.ask(query)), ['NOT_NOW cases.1.judge']);
      assert.deepEqual(codes(await ask(graph.engines.reference, query)), ['NOT_NOW cases.0.judge']);
    });

    it('each place where an object stands has the error that came for it once', async () => {
      graph.says.register = () => ({ data: { cases: [CASE(1), CASE(1)] } });
      graph.says.courts = () => ({
        data: { _entities: [{ judge: null }] },
        errors: [{ message: 'Not now.', path: ['_entities', 0, 'judge'], extensions: { code: 'NOT_NOW' } }],
      });
      assert.deepEqual(codes(await graph.ask('{ cases { judge } }')), [
        'NOT_NOW cases.0.judge',
        'NOT_NOW cases.1.judge',
      ]);
    });

    it('an agency that did not answer is an error at a path of the answer', async () => {
      graph.says.courts = () => 'no JSON';
      const query = '{ cases { id judge } }';
      const ours = await graph.ask(query);
      assert.deepEqual(codes(ours), ['AGENCY_UNAVAILABLE cases']);
      assert.equal(ours.errors?.[0]?.extensions.agency, 'courts');
      assert.deepEqual(ours.extensions?.agencies, { register: 'answered', courts: 'failed' });
      assert.deepEqual(ours.data, { cases: ['1', '2', '3'].map((id) => ({ id, judge: null })) });
      assert.deepEqual(codes(await ask(graph.engines.reference, query)), ['AGENCY_UNAVAILABLE undefined']);
    });

    it('a null where none may be is an error of the answer, and goes up to the nearest place that may be null', async () => {
      graph.says.courts = () => ({
        data: { _entities: [{ hearings: [{ room: null }] }, { hearings: [] }, { hearings: null }] },
      });
      const query = '{ cases { id hearings { room } } }';
      const ours = await graph.ask(query);
      assert.deepEqual(ours.data, { cases: null });
      assert.deepEqual(codes(ours), ['AGENCY_ANSWER_INVALID cases.0.hearings.0.room']);
      const reference = await ask(graph.engines.reference, query);
      assert.deepEqual([reference.data, reference.errors], [{ cases: null }, undefined]);
      assert.ok(reference.extensions?.valueCompletion);
    });

    it('an ID is a text, also where it came as a number', async () => {
      graph.says.register = () => ({ data: { case: { id: 7 } } });
      assert.deepEqual((await graph.ask('{ case(id: 7) { id } }')).data, { case: { id: '7' } });
    });
  });

  it('gives each name of the answer the field that was asked for, whatever the plan calls by that name', async () => {
    const numberOf: Record<string, string> = {};
    graph.says.register = ({ query }) => {
      for (const [, alias = '', name = ''] of query.matchAll(/(\w+):\s*(\w+)/g)) numberOf[name] ??= alias;
      const { number = '', stage = '' } = numberOf;
      return { data: { cases: [CASE(1, { [number]: 'n-1', [stage]: 'OPEN' })] } };
    };
    const { data } = await graph.ask('{ cases { id: number __typename: stage judge kind: __typename } }');
    assert.deepEqual(data, { cases: [{ id: 'n-1', __typename: 'OPEN', judge: 'Judge of 1', kind: 'Case' }] });
    graph.says.register = ({ query }) => {
      const [, alias = ''] = /(\w+):\s*number/.exec(query) ?? [];
      return {
        data: { cases: [CASE(1, { [alias]: null })] },
        errors: [{ message: 'No.', path: ['cases', 0, alias], extensions: { code: 'NO' } }],
      };
    };
    assert.deepEqual(codes(await graph.ask('{ cases { id: number judge } }')), ['NO cases.0.id']);
  });

  it('fetches an object of which nothing is left', async () => {
    graph.says.register = ({ query }) => {
      assert.match(query, /other/);
      return { data: { other: { __typename: 'Case', asked_kind: 'Case' } } };
    };
    const query =
      'query($c: Boolean!) { other @skip(if: $c) { id @skip(if: true) ... on Case @include(if: false) { count } } }';
    assert.deepEqual((await graph.ask(query, { c: false })).data, { other: {} });
    assert.deepEqual((await graph.ask(query, { c: true })).data, {});
  });

  it('says so where nothing is left because an agency does not know an object', async () => {
    graph.says.register = () => ({ data: { other: CASE(1) } });
    graph.says.courts = () => ({ data: { _entities: [null] } });
    const answer = await graph.ask('{ other { id verdict { text } } }');
    assert.equal(answer.data, null);
    assert.deepEqual(codes(answer), ['AGENCY_ANSWER_INVALID undefined']);
  });

  it('says once, and nowhere, what an agency says of nothing in particular beside its data', async () => {
    graph.says.register = () => ({
      data: { stage: 'OPEN', case: CASE(1) },
      errors: [{ message: 'Slow today.', extensions: { code: 'SLOW' } }],
    });
    const { data, errors = [] } = await graph.ask('{ stage case(id: "1") { id } }');
    assert.deepEqual(data, { stage: 'OPEN', case: { id: '1' } });
    assert.deepEqual([errors.length, errors[0]?.path, errors[0]?.extensions.code], [1, undefined, 'SLOW']);
  });

  it('answers what is asked of the schema by whatever name', async () => {
    const { text } = await graph.ask('{ stage __proto__: __schema { queryType { name } } }');
    assert.ok(text.startsWith('{"data":{"stage":null,"__proto__":{"queryType":{"name":"Query"}}}'), text);
  });

  it('says nothing of an object that another agency does not know, and leaves out what that one would have added', async () => {
    graph.says.courts = () => ({ data: { _entities: [null, { judge: 'Li', verdict: { text: 'x' } }, null] } });
    const { data, errors } = await graph.ask('{ cases { id judge } }');
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
    graph.says.register = () => ({
      data: { case: { id: '1', ...Object.fromEntries(names.map((name) => [name, name])) } },
    });
    for (let bits = 0; bits < 32; bits += 1) {
      const variables = Object.fromEntries(names.map((name, at) => [name, (bits & (1 << at)) > 0]));
      const expected = Object.fromEntries(names.filter((name) => variables[name]).map((name) => [name, name]));
      assert.deepEqual((await graph.ask(query, variables)).data, { case: { id: '1', ...expected } });
    }
  });

  it('tells of an agency that did not answer only at what was asked of it', async () => {
    graph.says.register = () => 'no JSON';
    const query =
      'query($no: Boolean!, $yes: Boolean = true) { cases @include(if: $no) { id } ... @skip(if: $yes) { odd { constructor } } stage @include(if: $yes) }';
    const answer = await graph.ask(query, { no: false });
    assert.deepEqual(answer.data, { stage: null });
    assert.deepEqual(codes(answer), ['AGENCY_UNAVAILABLE stage']);
  });

  it('sends a variable that is called as those of the plan are', async () => {
    graph.says.register = ({ variables }) => ({ data: { told: variables.representations } });
    const { data } = await graph.ask('query($representations: Int) { told(representations: $representations) }', {
      representations: 7,
    });
    assert.deepEqual(data, { told: 7 });
  });

  it('answers what is asked about the schema beside what is asked of agencies', async () => {
    const { data } = await graph.ask(
      '{ cases { id } ...S } fragment S on Query { s: __schema { queryType { name } } __type(name: "Stage") { enumValues { name } } }',
    );
    assert.deepEqual(data, {
      cases: ['1', '2', '3'].map((id) => ({ id })),
      s: { queryType: { name: 'Query' } },
      __type: { enumValues: [{ name: 'OPEN' }, { name: 'CLOSED' }] },
    });
    assert.equal(graph.asked.register.length, 1);
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
    graph.says = { register: open('register'), courts: open('courts') };
    await graph.ask('mutation { close(id: "1") { id } appoint(id: "1") { id } open(id: "1") { id } }');
    assert.deepEqual(order, ['register close', 'courts appoint', 'register open']);
  });
});
