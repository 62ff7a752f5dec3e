import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CASE, codes, scriptedGraph } from './scriptedAgencies.ts';

describe('the compiled engine does not believe what an agency must not say', () => {
  const graph = scriptedGraph();

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
      graph.says.register = () => ({ data: { case: { id: '1', ...(given as object) } } });
      const answer = await graph.ask(`{ case(id: "1") { id ${selection} } }`);
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
      graph.says.register = () => text;
      const answer = await graph.ask('{ cases { id } stage }');
      assert.deepEqual(answer.data, { cases: null, stage: null });
      assert.deepEqual(codes(answer), ['AGENCY_UNAVAILABLE cases', 'AGENCY_UNAVAILABLE stage']);
      assert.ok(!answer.text.includes('busy') && !answer.text.includes('127.0.0.1'));
    });
  }

  it('bytes that are no UTF-8', async () => {
    graph.says.register = () => Buffer.from('{"data":{"cases":[{"id":"\xff"}]}}', 'latin1');
    assert.deepEqual(codes(await graph.ask('{ cases { id } }')), ['AGENCY_UNAVAILABLE cases']);
  });

  it('errors by the ten thousand of an object that stands in a thousand places', async () => {
    graph.says.register = () => ({ data: { cases: Array.from({ length: 1_000 }, () => CASE(1)) } });
    const error = '{"path":["_entities",0,"judge"],"extensions":{"code":"INTERNAL_SERVER_ERROR"}}';
    graph.says.courts = () => `{"data":{"_entities":[{}]},"errors":[${Array(20_000).fill(error)}]}`;
    const before = { logged: graph.logged, at: performance.now() };
    const { errors = [] } = await graph.ask('{ cases { judge } }');
    assert.equal(errors.length, 1_000);
    assert.deepEqual(errors.at(-1)?.path, ['cases', 999, 'judge']);
    graph.says.courts = () => `{"data":null,"errors":[${Array(20_000).fill(error)}]}`;
    assert.equal((await graph.ask('{ cases { judge } }')).errors?.length, 1_000);
    assert.ok(graph.logged - before.logged <= 1_001, `${graph.logged - before.logged} lines`);
    assert.ok(performance.now() - before.at < 5_000);
  });

  it('what is nested without end', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    graph.says.register = () => `{"data":{"cases":[{"__typename":"Case","id":"1","any":${deep}}]}}`;
    const answer = await graph.ask('{ cases { id any judge } }');
    assert.deepEqual(answer.data, { cases: [{ id: '1', any: null, judge: 'Judge of 1' }] });
    assert.deepEqual(codes(answer), ['AGENCY_ANSWER_INVALID cases.0.any']);
    graph.says.register = () => `{"data":{"cases":${deep}}}`;
    assert.deepEqual((await graph.ask('{ cases { id judge } }')).data, { cases: null });
    graph.says.register = () => `{"data":{"cases":[{"__typename":"Case","id":${deep}}]}}`;
    assert.deepEqual((await graph.ask('{ cases { number: judge } }')).data, { cases: [{ number: null }] });
  });

  it('too few or too many objects', async () => {
    for (const count of [0, 2, 4]) {
      graph.says.courts = () => ({ data: { _entities: Array.from({ length: count }, () => ({ judge: 'Li' })) } });
      const answer = await graph.ask('{ cases { id judge } }');
      assert.deepEqual(codes(answer), ['AGENCY_UNAVAILABLE cases']);
      assert.deepEqual(answer.data, { cases: ['1', '2', '3'].map((id) => ({ id, judge: null })) });
    }
  });

  it('fields that it was not asked for: another agency’s stay as that one gave them', async () => {
    graph.says.register = () => ({ data: { cases: [CASE(1, { number: 'ours' })] } });
    graph.says.courts = () => ({
      data: { _entities: [{ judge: 'Li', number: 'theirs', id: '9', __typename: 'Query' }] },
    });
    assert.deepEqual((await graph.ask('{ cases { id number judge } }')).data, {
      cases: [{ id: '1', number: 'ours', judge: 'Li' }],
    });
  });

  it('names that every object has', async () => {
    graph.says.register = () =>
      '{"data":{"__proto__":{"polluted":1},"odd":{"__proto__":{"polluted":1},"toString":3,"constructor":null}}}';
    const { data } = await graph.ask('{ odd { constructor toString valueOf { id } __proto__: toString } }');
    assert.deepEqual(JSON.stringify(data), '{"odd":null}');
    graph.says.register = () => '{"data":{"odd":{"toString":3,"__proto__":3}}}';
    const { text } = await graph.ask('{ odd { constructor toString valueOf { id } __proto__: toString } }');
    assert.ok(text.startsWith('{"data":{"odd":{"constructor":null,"toString":3,"valueOf":null,"__proto__":3}}'), text);
    assert.equal(({} as { polluted?: number }).polluted, undefined);
  });

  it('texts that would end a text', async () => {
    const number = 'a"b\\c\nd\u2028\u0001é案';
    graph.says.register = () => ({ data: { cases: [CASE(1, { number })] } });
    assert.deepEqual((await graph.ask('{ cases { number judge } }')).data, {
      cases: [{ number, judge: 'Judge of 1' }],
    });
    graph.says.register = () => `{"data":{"cases":[{"__typename":"Case","id":"1","number":"\\ud800"}]}}`;
    assert.deepEqual((await graph.ask('{ cases { number } }')).data, { cases: [{ number: '\ud800' }] });
    graph.says.register = () => `{"data":{"cases":[{"__typename":"Case","id":"1","number":"\\u6848\\u0001 案"}]}}`;
    assert.deepEqual((await graph.ask('{ cases { number judge } }')).data, {
      cases: [{ number: '案\u0001 案', judge: 'Judge of 1' }],
    });
    graph.says.register = () => ({ data: { cases: [{ __typename: 'Case', id: '案一' }] } });
    assert.deepEqual((await graph.ask('{ cases { judge } }')).data, { cases: [{ judge: 'Judge of 案一' }] });
    assert.deepEqual(graph.asked.courts.at(-1)?.variables.representations, [{ __typename: 'Case', id: '案一' }]);
    graph.says.register = ({ query, variables }) => ({
      data: { case: { id: `${variables.id}`, number: query.includes('案二') ? '案二' : '' } },
    });
    const both = await graph.ask('query($id: ID!) { case(id: $id) { id number } again: case(id: "案二") { id } }', {
      id: '案一',
    });
    assert.deepEqual(both.data, { case: { id: '案一', number: '案二' }, again: null });
  });
});
