import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { type GatewayProcess, startGatewayCommand } from '../../harness/gateway/gatewayCommand.ts';
import type { TestGraph } from '../../harness/gateway/graph.ts';
import { answerOf, BOTH, startShop } from '../../harness/gateway/shops.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

interface Ready {
  status: string;
  supergraph: { version: string; refused: { version: string | null; code: string } | null };
}

describe('a supergraph that changes while it is served', () => {
  let shops: Record<'one' | 'two', TestGraph>;
  let folder: string;
  before(async () => {
    const [one, two] = await Promise.all([startShop('one', '', 1_500), startShop('two', 'language: String')]);
    shops = { one, two };
  });
  after(() => Promise.all(Object.values(shops ?? {}).map((shop) => shop.stop())));

  const textOf = (name: 'one' | 'two') => shops[name].supergraph;
  let gateway: GatewayProcess;
  const start = async (file: string, args: string[], env: Record<string, string> = {}) => {
    gateway = await startGatewayCommand(['--supergraph', file, ...args], {
      LIMITS_ADDRESS_PER_MINUTE: '1000000',
      ...env,
    });
  };
  const ask = async (query: string) => {
    const response = await fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, answer: await response.json() };
  };
  const ready = async () => {
    const response = await fetch(`${gateway.url}/ready`);
    assert.equal(response.status, 200);
    return (await response.json()) as Ready;
  };
  /** Until it says so of itself. */
  const until = async (what: string, holds: (ready: Ready) => boolean) => {
    const end = Date.now() + 10_000;
    for (;;) {
      const now = await ready();
      if (holds(now)) return;
      assert.ok(Date.now() < end, `${what}: ${JSON.stringify(now)}`);
      await pause(20);
    }
  };
  const untilServed = (text: string) =>
    until('served', ({ supergraph: { version, refused } }) => version === sha256(text) && refused === null);
  const untilRefused = (code: string) => until(code, ({ supergraph }) => supergraph.refused?.code === code);

  const inFolder = (work: (file: string) => Promise<void>) => async () => {
    folder = mkdtempSync(join(tmpdir(), 'casegraph-reload-'));
    const file = join(folder, 'supergraph.graphql');
    writeFileSync(file, textOf('one'));
    try {
      await work(file);
    } finally {
      const code = await gateway?.stop();
      assert.equal(code, 0, gateway?.said());
      rmSync(folder, { recursive: true });
    }
  };

  it(
    'is loaded without a request lost or answered by two schemas, however it is written, and broken ones change nothing',
    inFolder(async (file) => {
      await start(file, ['--anonymous']);
      const seen = { one: 0, two: 0, withLanguage: 0, withoutLanguage: 0 };
      const wrong: string[] = [];
      let isOver = false;
      const client = async () => {
        while (!isOver) {
          const both = await ask(BOTH);
          if (isDeepStrictEqual(both.answer.data, answerOf('one')) && !both.answer.errors) seen.one += 1;
          else if (isDeepStrictEqual(both.answer.data, answerOf('two')) && !both.answer.errors) seen.two += 1;
          else wrong.push(JSON.stringify(both));
          const more = await ask('{ books { title language } }');
          if (isDeepStrictEqual(more.answer.data, { books: [{ title: 'two', language: null }] }))
            seen.withLanguage += 1;
          else if (more.status === 400 && more.answer.errors[0].extensions.code === 'GRAPHQL_VALIDATION_FAILED')
            seen.withoutLanguage += 1;
          else wrong.push(JSON.stringify(more));
        }
      };
      const clients = Promise.all(Array.from({ length: 6 }, client));
      const whole = (text: string) => writeFileSync(file, text);
      const renamed = (text: string) => {
        writeFileSync(`${file}.new`, text);
        renameSync(`${file}.new`, file);
      };
      const inPieces = async (text: string) => {
        writeFileSync(file, text.slice(0, 300));
        await pause(60);
        appendFileSync(file, text.slice(300, 900));
        await pause(60);
        appendFileSync(file, text.slice(900));
      };
      for (let round = 0; round < 4; round += 1) {
        for (const write of [whole, renamed, inPieces]) {
          await write(textOf('two'));
          await untilServed(textOf('two'));
          await write(textOf('one'));
          await untilServed(textOf('one'));
        }
        // Half of it for longer than anybody would wait, and then nothing at all.
        whole(textOf('two').slice(0, 700));
        await untilRefused('NOT_GRAPHQL');
        rmSync(file);
        await untilRefused('UNREADABLE');
        assert.equal((await ready()).supergraph.version, sha256(textOf('one')));
        whole(textOf('one'));
        await untilServed(textOf('one'));
      }
      isOver = true;
      await clients;
      assert.deepEqual(wrong, []);
      for (const [what, count] of Object.entries(seen)) assert.ok(count > 20, `${what}: ${count}`);
      // Each engine keeps connections for half a minute, unless it is stopped.
      assert.equal(await shops.two.connections(), 0);
      const { connections } = { connections: await shops.one.connections() };
      assert.ok(connections > 0 && connections <= 12, `${connections}`);
    }),
  );

  it(
    'is refused for what is wrong with it, said without what stands in it',
    inFolder(async (file) => {
      const keys = mkdtempSync(join(folder, 'keys-'));
      writeFileSync(join(keys, 'context.json'), JSON.stringify({ BOOKS: 'a2V5', STOCK: 'a2V5' }));
      await start(file, [], { CASEGRAPH_KEYS: keys });
      const wrong: [string, string, RegExp][] = [
        ['NOT_GRAPHQL', 'type Query { hushed: "hushed" }', /It is not GraphQL \(line 1, column 22\)\./],
        ['NOT_A_SUPERGRAPH', 'type Query { hushed: Int }', /It is no federation 2 supergraph\./],
        ['INVALID_SCHEMA', `${textOf('two')} type Hushed { hushed: Hush }`, /Its schema does not hold together/],
        [
          'UNSUPPORTED_FEATURE',
          textOf('two').replace(
            'schema\n',
            'schema @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)\n',
          ),
          /It needs a feature that is not served here/,
        ],
        [
          'NO_ADDRESS',
          textOf('two').replace(/name: "stock", url: "[^"]+"/, 'name: "stock", url: "hushed"'),
          /for stock;/,
        ],
        ['NO_KEY', textOf('two').replaceAll('"stock"', '"depot"'), /has no key for depot,/],
      ];
      const { version } = (await ready()).supergraph;
      for (const [code, text, words] of wrong) {
        writeFileSync(file, text);
        await untilRefused(code);
        assert.deepEqual((await ready()).supergraph, { version, refused: { version: sha256(text), code } });
        // The log comes by another way than the answer, and may be later.
        await until(`${words}`, () => words.test(gateway.said()));
      }
      assert.doesNotMatch(gateway.said(), /hush/i);
    }),
  );

  it(
    'comes by a link to another folder, as Kubernetes changes what it mounts',
    inFolder(async () => {
      const put = (name: 'one' | 'two') => {
        mkdirSync(join(folder, `..${name}`));
        writeFileSync(join(folder, `..${name}`, 'mounted.graphql'), textOf(name));
        symlinkSync(`..${name}`, join(folder, '..data_tmp'));
        renameSync(join(folder, '..data_tmp'), join(folder, '..data'));
      };
      put('one');
      symlinkSync(join('..data', 'mounted.graphql'), join(folder, 'mounted.graphql'));
      await start(join(folder, 'mounted.graphql'), ['--anonymous']);
      assert.deepEqual((await ask(BOTH)).answer.data, answerOf('one'));
      put('two');
      await untilServed(textOf('two'));
      assert.deepEqual((await ask(BOTH)).answer.data, answerOf('two'));
    }),
  );

  it(
    'is found where no event tells of it',
    inFolder(async (file) => {
      const elsewhere = mkdtempSync(join(tmpdir(), 'casegraph-elsewhere-'));
      copyFileSync(file, join(elsewhere, 'target.graphql'));
      symlinkSync(join(elsewhere, 'target.graphql'), join(folder, 'linked.graphql'));
      await start(join(folder, 'linked.graphql'), ['--anonymous']);
      writeFileSync(join(elsewhere, 'target.graphql'), textOf('two'));
      await untilServed(textOf('two'));
      rmSync(elsewhere, { recursive: true });
    }),
  );

  it(
    'does not end what was begun before it, nor begin anybody’s minute anew',
    inFolder(async (file) => {
      await start(file, ['--anonymous'], { LIMITS_ADDRESS_PER_MINUTE: '30' });
      for (let asked = 0; asked < 19; asked += 1) assert.equal((await ask(BOTH)).status, 200);
      const slow = ask('{ slow }');
      await pause(100);
      writeFileSync(file, textOf('two'));
      await untilServed(textOf('two'));
      assert.deepEqual((await ask(BOTH)).answer.data, answerOf('two'));
      assert.ok((await shops.one.connections()) > 0);
      assert.deepEqual((await slow).answer.data, { slow: 'one' });
      const statuses = [];
      for (let asked = 0; asked < 12; asked += 1) statuses.push((await ask(BOTH)).status);
      assert.deepEqual(statuses, [...Array(9).fill(200), ...Array(3).fill(429)]);
      assert.equal(await shops.one.connections(), 0);
    }),
  );
});
