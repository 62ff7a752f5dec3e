import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { type GatewayProcess, runGatewayCommand, startGatewayCommand } from '../harness/gateway/gatewayCommand.ts';
import { startGraph, type TestGraph } from '../harness/gateway/graph.ts';

const BOOKS = [
  { isbn: '1', title: 'One' },
  { isbn: '2', title: 'Two' },
];

/** Two subgraphs that say nothing of cost or sharing. */
const SHOP = {
  books: {
    sdl: 'type Query { books: [Book!]! } type Book @key(fields: "isbn") { isbn: ID! title: String! }',
    resolvers: { Query: { books: () => BOOKS } },
  },
  stock: {
    sdl: 'type Book @key(fields: "isbn") { isbn: ID! copies: Int! }',
    resolvers: { Book: { __resolveReference: ({ isbn }: { isbn: string }) => ({ isbn, copies: Number(isbn) * 10 }) } },
  },
};

describe('npm run gateway', () => {
  let graph: TestGraph;
  let gateway: GatewayProcess;
  before(async () => {
    graph = await startGraph(SHOP);
    gateway = await startGatewayCommand(['--supergraph', graph.file, '--anonymous'], { LIMITS_DEPTH: '5' });
  });
  after(async () => {
    await gateway?.stop();
    await graph.stop();
  });

  const post = async (body: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, answer: await response.json() };
  };

  it('answers from a supergraph of others, without a sign-in, over the subgraphs that it names', async () => {
    const { status, answer } = await post({ query: '{ books { title copies } }' });
    assert.equal(status, 200);
    assert.deepEqual(answer, {
      data: {
        books: [
          { title: 'One', copies: 10 },
          { title: 'Two', copies: 20 },
        ],
      },
      extensions: { agencies: { books: 'answered', stock: 'answered' } },
    });
  });

  it('keeps the limits of the door, which variables set', async () => {
    const { status, answer } = await post({ query: '{ books { a { b { c { d { e } } } } } }' });
    const { code, limit } = answer.errors[0].extensions;
    assert.deepEqual([status, code, limit], [400, 'LIMIT_EXCEEDED', 'depth']);
  });

  it('counts nobody’s operations, and knows no documents beforehand', async () => {
    const { headers, answer } = await post({ query: '{ books { title } }' }, { authorization: 'Bearer none' });
    assert.deepEqual([headers.get('ratelimit'), answer.data.books.length], [null, 2]);
    const byId = await post({ documentId: `sha256:${'0'.repeat(64)}` });
    assert.equal(byId.answer.errors[0].extensions.code, 'PERSISTED_QUERY_NOT_FOUND');
  });

  it('says that it is its own fault where it cannot plan what the schema allows, and not what went wrong', async () => {
    // As a supergraph is that was put together by hand: nobody can be asked for the copies of a book.
    const file = join(graph.folder, 'unplannable.graphql');
    writeFileSync(
      file,
      graph.supergraph.replace('@join__type(graph: STOCK, key: "isbn")', '@join__type(graph: STOCK)'),
    );
    const other = await startGatewayCommand(['--supergraph', file, '--anonymous']);
    try {
      const response = await fetch(`${other.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ books { copies } }' }),
      });
      const { errors } = (await response.json()) as { errors: { message: string; extensions: object }[] };
      assert.equal(response.status, 500);
      assert.deepEqual(
        errors.map(({ message, extensions }) => [message, Object.keys(extensions)]),
        [['An internal error; the log has it under the id.', ['code', 'id']]],
      );
    } finally {
      await other.stop();
    }
  });

  it('says in a few lines what is wrong with how it was started', async () => {
    const without = join(graph.folder, 'without.graphql');
    writeFileSync(without, graph.supergraph.replace(/name: "stock", url: "[^"]+"/, 'name: "stock", url: ""'));
    const broken = join(graph.folder, 'broken.graphql');
    writeFileSync(broken, graph.supergraph.slice(0, 500));
    const guarded = join(graph.folder, 'guarded.graphql');
    const feature = '@link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)';
    writeFileSync(guarded, graph.supergraph.replace('schema\n', `schema\n  ${feature}\n`));
    const wrong: [string[], number, RegExp][] = [
      [[], 2, /^Usage: npm run gateway -- --supergraph <file>/],
      [['--supergraf', 'x'], 2, /^Unknown option '--supergraf'[\s\S]*Usage/],
      [['--supergraph', join(graph.folder, 'none')], 1, /^--supergraph: .* cannot be read \(ENOENT\)\.$/],
      [['--supergraph', graph.file, '--port', '99999'], 1, /^GATEWAY_PORT is "99999"; accepted: a port/],
      [['--supergraph', graph.file, '--engine', 'steam'], 1, /^GATEWAY_ENGINE is "steam"; accepted: .*apollo/],
      [['--supergraph', broken, '--anonymous'], 1, /^gateway: the supergraph cannot be served: Syntax Error/],
      [['--supergraph', guarded, '--anonymous'], 1, /authenticated\/v0\.1 is for: SECURITY but is unsupported/],
      [['--supergraph', without, '--anonymous'], 1, /has no http or https address for stock;/],
    ];
    const outcomes = await Promise.all(wrong.map(([args]) => runGatewayCommand(args)));
    for (const [index, { code, said }] of outcomes.entries()) {
      const [args, expected, words] = wrong[index] ?? assert.fail();
      assert.equal(code, expected, `${args.join(' ')}: ${said}`);
      assert.match(said, words);
    }
    const { code, said } = await runGatewayCommand(['--help']);
    assert.deepEqual([code, said.split('\n')[0]?.slice(0, 6)], [0, 'Usage:']);
  });
});

describe('npm run gateway without --anonymous', () => {
  let graph: TestGraph;
  before(async () => {
    graph = await startGraph(SHOP);
  });
  after(() => graph.stop());

  it('does not start before subgraphs that it has no key for, and names them', async () => {
    const keys = join(graph.folder, 'context.json');
    const env = { CASEGRAPH_KEYS: graph.folder };
    const none = await runGatewayCommand(['--supergraph', graph.file], env);
    assert.deepEqual([none.code, /holds no context\.json/.test(none.said)], [1, true], none.said);
    writeFileSync(keys, JSON.stringify({ BOOKS: 'a2V5' }));
    const { code, said } = await runGatewayCommand(['--supergraph', graph.file], env);
    assert.equal(code, 1);
    assert.match(
      said,
      /context\.json .* has no key for stock, which could not be told who asks; accepted: .*--anonymous/,
    );
  });

  it('asks whoever comes to sign in', async () => {
    writeFileSync(join(graph.folder, 'context.json'), JSON.stringify({ BOOKS: 'a2V5', STOCK: 'a2V5' }));
    const gateway = await startGatewayCommand(['--supergraph', graph.file], { CASEGRAPH_KEYS: graph.folder });
    try {
      const response = await fetch(`${gateway.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ books { title } }' }),
      });
      assert.equal(response.status, 401);
      assert.deepEqual([graph.asked('books'), graph.asked('stock')], [0, 0]);
    } finally {
      assert.equal(await gateway.stop(), 0);
    }
  });
});
