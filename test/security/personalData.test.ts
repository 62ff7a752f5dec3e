import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { Writable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CHILD, HUANG, HUSBAND, SUSPECT } from '../../demo/story/characters.ts';
import { playStory } from '../../demo/story/story.ts';
import { AGENCY_PARTS } from '../../runtime/partNames.ts';
import * as operations from '../../schema/generated/operations.ts';
import { loadAgencyKeys } from '../../subgraphs/kit/crypto/keys.ts';
import { asSystem } from '../../subgraphs/kit/crypto/sealedColumns.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { createLogger } from '../../subgraphs/kit/server/logger.ts';
import { createFinder, type FindPersonal, searchDatabase } from '../harness/attack/personalTraces.ts';
import { connectAsSuperuser, serverLog } from '../harness/cluster.ts';
import { follow } from '../harness/gateway/subscriber.ts';
import { freshKey, leadInput } from '../harness/leads.ts';
import { SYSTEM_PARTS, startSystem, type TestSystem } from '../harness/system.ts';
import { tokenOf } from '../harness/token.ts';

const SERVE = fileURLToPath(new URL('../../runtime/commands/serve.ts', import.meta.url));

/** Her number with its last digits mistyped: no valid one, but hers to whoever reads it. */
const MISTYPED = '210102198906139047';
/** What somebody may type who means no good, or is in the wrong field. */
const HOSTILE = [`'; drop table persons; -- ${HUANG.idNumber}`, `\u0000${HUANG.phone}`, `{"name":"${HUANG.name}"}`];

describe('personal data', () => {
  let system: TestSystem;
  let find: FindPersonal;
  let logs = '';
  let stopParts: () => Promise<void>;

  before(async () => {
    system = await startSystem({ demo: { cases: 60, leads: 40 }, parts: [] });
    find = createFinder(await knownToTheTest());
    const child = spawn(process.execPath, [SERVE, ...SYSTEM_PARTS], { env: { ...system.env, LOG_LEVEL: 'trace' } });
    stopParts = () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      });
    const ready = new Promise<void>((resolve, reject) => {
      child.once('exit', () => reject(new Error(logs.slice(-500))));
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk) => {
          logs += chunk;
          if (logs.includes(': ready.')) resolve();
        });
      }
    });
    await ready;
    const leave = await followAll();
    await playStory(system.people, () => undefined);
    await doWrong();
    leave();
  });
  after(async () => {
    await stopParts();
    await system.stop();
  });

  /** The people of the story, and everybody whom the police protect. */
  async function knownToTheTest(): Promise<Map<string, string>> {
    const known = new Map([[MISTYPED, 'a mistyped identity number']]);
    for (const { name } of [HUANG, HUSBAND, CHILD, SUSPECT]) known.set(name, 'a name of the story');
    const police = connectDatabase(system.databaseUrls.police as string, 1);
    try {
      const { fieldCipher } = await loadAgencyKeys(system.config.keysFolder, 'POLICE');
      const rows = await asSystem(police, (tx) => tx('persons').where({ protected: true }).select('name_sealed'));
      assert.ok(rows.length > 3, `${rows.length} protected persons`);
      for (const row of rows) known.set(fieldCipher.open(row.nameSealed), 'the name of a protected person');
    } finally {
      await police.destroy();
    }
    return known;
  }

  /** Followers of everything, and some who ask for it with what is not theirs to say. */
  async function followAll(): Promise<() => void> {
    const token = await tokenOf(system, 'womens-federation.shenyang.officer');
    const query =
      'subscription ($after: String, $id: ID) { aidLeadChanged(after: $after, id: $id) { cursor action aidLead { applicantName caseNumber } } }';
    const events =
      'subscription ($after: String) { referralEvents(after: $after) { cursor action note referral { id } } }';
    const followers = await Promise.all([query, events].map((text) => follow(system, token, { query: text })));
    for (const text of [HUANG.idNumber, HUANG.phone as string, encodeURIComponent(HUANG.name)]) {
      for (const wrong of [
        { variables: { after: text } },
        { variables: { id: text } },
        { headers: { 'last-event-id': text } },
      ])
        followers.push(await follow(system, token, { query, ...wrong }));
    }
    return () => {
      assert.ok(followers[0]?.events.length, 'they were told what happened');
      for (const follower of followers) follower.leave();
    };
  }

  /** Refusals, and statements that the database refuses with the values in them. */
  async function doWrong(): Promise<void> {
    const officer = await system.people.as('womens-federation.shenyang.officer');
    const applicant = { name: HUANG.name, idNumber: HUANG.idNumber, phone: HUANG.phone };
    const wrong = [
      { applicant: { ...applicant, idNumber: MISTYPED } },
      { applicant: { ...applicant, phone: `${HUANG.phone}1` } },
      { caseNumber: HUANG.idNumber },
      { region: HUANG.phone as string },
      ...HOSTILE.flatMap((text) => [
        { applicant: { ...applicant, idNumber: text } },
        { caseNumber: text },
        { hardship: text },
      ]),
    ];
    for (const changes of wrong) {
      const input = { ...(await leadInput(system)), ...changes };
      const { data, errors } = await officer.answer(operations.CreateAidLeadDocument, { input });
      assert.ok(errors || data?.createAidLead.problems.length, 'refused');
    }
    for (const text of [MISTYPED, HUANG.name, ...HOSTILE]) {
      await officer.answer(operations.PersonDocument, { idNumber: text });
      await officer.answer(operations.CaseByNumberDocument, { number: text });
      await officer.answer(operations.LeadProgressDocument, { id: text });
      await officer.answer(operations.ReferAidLeadDocument, {
        input: { ...freshKey(), aidLeadId: text, expectedVersion: 0 },
      });
    }
    for (const body of [
      `{ person(idNumber: "${HUANG.idNumber}") { identity `,
      `query ${HUANG.name} { viewer }`,
      HUANG.phone,
    ]) {
      await fetch(`${system.config.urls.gateway}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: body }),
      });
    }
    await fetch(`${system.config.urls.gateway}/${HUANG.idNumber}?phone=${HUANG.phone}`);
    await fetch(`${system.config.urls.exchange}/envelopes`, { method: 'POST', body: HUANG.idNumber });
    const police = connectDatabase(system.databaseUrls.police as string, 1);
    const values = [HUANG.idNumber, HUANG.name, HUANG.phone];
    const statements: [string, unknown[]][] = [
      [`select '${HUANG.idNumber}'::uuid`, []],
      ['select ?::uuid', [HUANG.idNumber]],
      ['select ?::date, ?::text, ?::int', values],
      [`insert into persons (token, name_sealed) values ('${HUANG.name}', '${HUANG.phone}')`, []],
      ['insert into case_natures select c.* from case_natures c limit 1', []],
    ];
    for (const [sql, bindings] of statements) await assert.rejects(police.raw(sql, bindings as never));
    await police.destroy();
  }

  const databases = async () => {
    const admin = await connectAsSuperuser();
    const { rows } = await admin.query<{ datname: string }>(
      'select datname from pg_database where datallowconn and datname = any($1)',
      [[...Object.values(system.databaseUrls).map((url) => new URL(url).pathname.slice(1)), 'postgres']],
    );
    await admin.end();
    return rows.map((row) => row.datname);
  };

  it('is not in clear in a dump of any database: no identity number, no mobile number, no protected name', async () => {
    const names = await databases();
    assert.equal(names.length, AGENCY_PARTS.length + 1, names.join(', '));
    for (const name of names) {
      const client = await connectAsSuperuser(name);
      try {
        assert.deepEqual(await searchDatabase(client, find), [], name);
      } finally {
        await client.end();
      }
    }
  });

  it('is not in the statements that the database keeps count of', async () => {
    const admin = await connectAsSuperuser();
    try {
      const { rows } = await admin.query<{ query: string }>('select query from pg_stat_statements');
      assert.ok(rows.length > 50);
      assert.deepEqual([...new Set(rows.flatMap(({ query }) => find(query)))], []);
    } finally {
      await admin.end();
    }
  });

  it('does not reach the logs, whatever is done and however much is logged', async () => {
    await sleep(200);
    const lines = logs.split('\n');
    assert.ok(lines.length > 50, `${lines.length} lines`);
    assert.deepEqual([...new Set(lines.flatMap(find))], []);
  });

  it('does not reach the database’s own log, whose errors would quote statements and values', () => {
    const log = serverLog();
    assert.match(log, /database system is ready/);
    assert.deepEqual([...new Set(log.split('\n').flatMap(find))], []);
  });

  it('would be found: numbers and names that are planted, in clear or encoded, and nothing that only looks alike', async () => {
    const encoded = Buffer.from(JSON.stringify({ about: HUANG.name })).toString('base64url');
    const planted: [string, string][] = [
      [`x,${HUANG.idNumber},y`, 'an identity number'],
      [`{"n": "${HUANG.idNumber}"}`, 'an identity number'],
      [`电话${HUANG.phone}，`, 'a mobile number'],
      ['+86 13800138000', 'a mobile number'],
      [`被害人${HUANG.name}之女`, 'a name of the story'],
      [`eyJhbGciOiJFUzI1NiJ9.${encoded}.c2ln`, 'a name of the story'],
      [MISTYPED, 'a mistyped identity number'],
    ];
    for (const [text, what] of planted) assert.deepEqual(find(text), [what], what);
    const alike = [
      'A2101020000002023030001',
      '（2023）辽0102刑初13812345678901号',
      '01a20c33-f725-72a5-a7bb-139123456789',
      '1796034900000',
      '210102198906139040',
      '12210100410578946E',
    ];
    for (const text of alike) assert.deepEqual(find(text), [], text);

    const [name] = await databases();
    const client = await connectAsSuperuser(name as string);
    try {
      await client.query('begin');
      await client.query('create table scratch (id int, note text, more jsonb)');
      await client.query('insert into scratch values (1, $1, null), (2, null, $2)', [
        `见${HUANG.idNumber}`,
        { deep: [{ phone: HUANG.phone }] },
      ]);
      assert.deepEqual(await searchDatabase(client, find), [
        'public.scratch: an identity number',
        'public.scratch: a mobile number',
      ]);
    } finally {
      await client.query('rollback');
      await client.end();
    }
  });

  it('log lines are structured, and those of a request carry its id', () => {
    const lines = logs.split('\n').filter((line) => line.startsWith('{'));
    const requests = lines
      .map((line) => JSON.parse(line) as { part: string; msg: string; requestId?: string })
      .filter(({ msg }) => msg === 'request');
    assert.ok(requests.length > 30, `${requests.length} requests logged`);
    assert.ok(requests.every(({ part, requestId }) => part === 'gateway' && requestId));
  });

  it('stays out of the log even where a database error quotes it', () => {
    const lines: string[] = [];
    const destination = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const quoted = `Key (id_number)=(${HUANG.idNumber}) already exists.`;
    const error = Object.assign(new Error(`duplicate key value ... ${quoted}`), {
      code: '23505',
      constraint: 'persons_pkey',
      detail: quoted,
    });
    createLogger('test', 'info', destination).error({ err: error }, 'failed');
    assert.match(lines[0] ?? '', /23505.*persons_pkey/);
    assert.ok(!lines[0]?.includes(HUANG.idNumber));
  });

  it('is not in the error of a statement whose connection is lost', async () => {
    const db = connectDatabase(system.databaseUrls.police as string, 1);
    // A server that ends the connection gives a code; a lost connection has none, and its message would be logged.
    const lost = db.raw('select pg_terminate_backend(pg_backend_pid()), ?::text', [HUANG.idNumber]);
    const error: Error = await lost.then(
      () => assert.fail('The connection was not lost.'),
      (fault: Error) => fault,
    );
    assert.ok(!error.message.includes(HUANG.idNumber), 'a statement with its values');
    await db.destroy();
  });
});
