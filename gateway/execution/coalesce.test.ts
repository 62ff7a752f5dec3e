import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type OperationDefinitionNode, parse } from 'graphql';
import type { GatewayViewer } from '../auth/viewer.ts';
import { coalesce } from './coalesce.ts';
import type { Answer, Engine, Operation } from './engine.ts';

const OFFICER: GatewayViewer = {
  subject: 's1',
  username: 'officer',
  name: 'Officer',
  agency: 'POLICE',
  region: '210100',
  roles: ['officer'],
  language: 'en',
  client: null,
};
const QUERY = 'query Cases($first: Int) { cases(first: $first) { id } }';
const documents = new Map<string, ReturnType<typeof parse>>();

/** As in the document cache: the same text gives the same document. */
function operation(changes: Partial<Operation> = {}): Operation {
  const query = changes.query ?? QUERY;
  const document = documents.get(query) ?? parse(query);
  documents.set(query, document);
  return {
    document,
    node: document.definitions[0] as OperationDefinitionNode,
    query,
    variables: { first: 1 },
    viewer: OFFICER,
    referral: null,
    requestId: 'r',
    signal: new AbortController().signal,
    ...changes,
  };
}

/** Answers when it is told to, each time with another text. */
function slowEngine() {
  const begun: { operation: Operation; answer(): void; fail(error: Error): void }[] = [];
  const engine: Engine = {
    prepare: () => undefined,
    execute: (asked) =>
      new Promise<Answer>((resolve, reject) => {
        const body = Buffer.from(`${begun.length}`);
        begun.push({
          operation: asked,
          answer: () => resolve({ executed: true, usedGrant: true, errors: [], body }),
          fail: reject,
        });
      }),
    subscribe: () => assert.fail('nothing is followed here'),
    subgraphs: () => [],
    stop: async () => undefined,
  };
  return { begun, engine: coalesce(engine) };
}

describe('identical reads of one user at the same time', () => {
  it('are executed once, and each gets the answer', async () => {
    const { begun, engine } = slowEngine();
    const asked = [1, 2, 3].map(() => engine.execute(operation({ viewer: { ...OFFICER }, variables: { first: 1 } })));
    assert.equal(begun.length, 1);
    begun[0]?.answer();
    const answers = await Promise.all(asked);
    assert.deepEqual(
      answers.map(({ body, usedGrant }) => [body.toString(), usedGrant]),
      [1, 2, 3].map(() => ['0', true]),
    );
    void engine.execute(operation());
    assert.equal(begun.length, 2, 'what comes after the answer is done anew');
  });

  it('have the same text, variables, referral and viewer', async () => {
    const { begun, engine } = slowEngine();
    const others: Partial<Operation>[] = [
      {},
      { query: `${QUERY} ` },
      { variables: { first: 2 } },
      { referral: 'one' },
      ...Object.entries({
        ...{ subject: 's2', username: 'other', name: 'Other', agency: 'COURTS', region: '210000' },
        ...{ roles: ['officer', 'auditor'], language: 'zh' as const, client: 'system' },
      }).map(([name, value]) => ({ viewer: { ...OFFICER, [name]: value } })),
    ];
    for (const other of others) void engine.execute(operation(other));
    assert.equal(begun.length, others.length);
  });

  it('are not shared without a user', () => {
    const { begun, engine } = slowEngine();
    void engine.execute(operation({ viewer: null }));
    void engine.execute(operation({ viewer: null }));
    assert.equal(begun.length, 2);
  });

  it('start again for those who still wait when the first client disconnects', async () => {
    const { begun, engine } = slowEngine();
    const callers = [1, 2, 3].map(() => new AbortController());
    const asked = callers.map(({ signal }) => engine.execute(operation({ signal })));
    assert.equal(begun[0]?.operation.signal, callers[0]?.signal, 'nobody works for who has gone');
    for (const gone of [0, 1]) callers[gone]?.abort();
    const later = engine.execute(operation());
    assert.equal(begun.length, 2, 'what was given up is joined by nobody');
    begun[0]?.answer();
    await asked[1];
    begun[1]?.answer();
    assert.equal((await asked[2])?.body.toString(), '1');
    assert.equal((await later).body.toString(), '1');
    assert.equal(begun.length, 2, 'they are done once again');
  });

  it('start again where the first fails because it was cancelled', async () => {
    const { begun, engine } = slowEngine();
    const first = new AbortController();
    const given = engine.execute(operation({ signal: first.signal }));
    const second = engine.execute(operation());
    first.abort();
    begun[0]?.fail(new Error('given up'));
    await assert.rejects(given, /given up/);
    await new Promise((resolve) => setImmediate(resolve));
    begun[1]?.answer();
    assert.equal((await second).body.toString(), '1');
  });

  it('fail together', async () => {
    const { begun, engine } = slowEngine();
    const asked = [1, 2].map(() => engine.execute(operation()));
    begun[0]?.fail(new Error('broken'));
    for (const each of asked) await assert.rejects(each, /broken/);
    void engine.execute(operation());
    assert.equal(begun.length, 2);
  });

  it('are not joined by reads after a mutation of the same user', async () => {
    const { begun, engine } = slowEngine();
    void engine.execute(operation());
    const other = { ...OFFICER, subject: 's2' };
    void engine.execute(operation({ viewer: other }));
    const change = engine.execute(operation({ query: 'mutation { refer { id } }' }));
    begun[2]?.answer();
    await change;
    void engine.execute(operation());
    void engine.execute(operation({ viewer: other }));
    assert.equal(begun.length, 4, 'the read of another viewer goes on as before');
  });

  it('are never mutations', () => {
    const { begun, engine } = slowEngine();
    const change = () => operation({ query: 'mutation { refer { id } }' });
    void engine.execute(change());
    void engine.execute(change());
    assert.equal(begun.length, 2);
  });
});
