import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Knex } from 'knex';
import type pg from 'pg';
import { createDisclosureLog, type DisclosureLog, TrailRolledBack } from '../../subgraphs/kit/audit/disclosures.ts';
import { retainDisclosures } from '../../subgraphs/kit/audit/retention.ts';
import { verifyDisclosures } from '../../subgraphs/kit/audit/verifyDisclosures.ts';
import { type AgencyKeys, loadAgencyKeys } from '../../subgraphs/kit/crypto/keys.ts';
import { connectDatabase, connectTrail } from '../../subgraphs/kit/database/database.ts';
import { connectAsSuperuser } from '../harness/cluster.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

const OLD = new Date('2020-01-01T00:00:00Z');

describe('those who write a trail', () => {
  let system: TestSystem;
  let db: Knex;
  /** Those of two processes. */
  let trails: [pg.Pool, pg.Pool];
  let superuser: pg.Client;
  let keys: AgencyKeys;

  before(async () => {
    system = await startSystem({ parts: [] });
    const url = system.databaseUrls.courts as string;
    db = connectDatabase(url, 3);
    trails = [connectTrail(url), connectTrail(url)];
    superuser = await connectAsSuperuser(new URL(url).pathname.slice(1));
    keys = await loadAgencyKeys(system.config.keysFolder, 'COURTS');
  });
  after(async () => {
    await Promise.all([db.destroy(), ...trails.map((trail) => trail.end()), superuser.end()]);
    await system.stop();
  });
  beforeEach(async () => {
    await superuser.query('alter table disclosures disable trigger all');
    await superuser.query('truncate disclosures');
    await superuser.query("update disclosure_head set seq = 0, hash = '', start_seq = 0, start_hash = ''");
  });

  const append = (log: DisclosureLog, rows = 1, at = new Date()) =>
    log.append(
      {
        at,
        subject: 'test',
        username: 'test',
        agency: 'PROSECUTORS',
        role: 'prosecutor',
        purpose: null,
        referralId: null,
        requestId: 'request',
      },
      Array.from({ length: rows }, (_, index) => ({
        recordType: 'CourtCase',
        recordId: String(index),
        caseId: null,
        persons: [],
        fields: new Set(['number']),
        denied: new Set<string>(),
      })),
    );
  const verify = () => verifyDisclosures(db, keys, null);
  const head = async () => (await superuser.query('select seq::int, start_seq::int from disclosure_head')).rows[0];

  it('are several processes at the same time, and their chain is one', async () => {
    const logs = trails.map((trail) => createDisclosureLog(trail, keys));
    await Promise.all(
      logs.map(async (log) => {
        for (let times = 0; times < 30; times += 1) await append(log);
      }),
    );
    const { intact, entries, fault } = await verify();
    assert.deepEqual([intact, entries, fault], [true, 60, null]);
  });

  it('write down whatever it is called, character by character', async () => {
    const odd = ['', '"', '\\', '\\"', '{}', 'a,b', 'NULL', "'; --", '姓名\n', ' '];
    const log = createDisclosureLog(trails[0], keys);
    const by = {
      at: new Date('2026-02-28T23:59:59.999Z'),
      subject: '{"a"}',
      username: '\\N',
      agency: 'PROSECUTORS',
      role: 'officer+leader',
      purpose: 'JUDICIAL_AID' as const,
      referralId: randomUUID(),
      requestId: 'NULL',
    };
    const record = { recordType: 'Test', caseId: randomUUID(), persons: odd };
    await log.append(by, [
      { ...record, recordId: '1', fields: new Set(odd), denied: new Set<string>() },
      { ...record, recordId: 'NULL', caseId: null, persons: [], fields: new Set<string>(), denied: new Set(odd) },
    ]);
    const rows = await db('disclosures').orderBy('seq');
    assert.deepEqual(
      rows.map((row) => [row.at, row.subject, row.username, row.referralId, row.requestId, row.caseId]),
      [record.caseId, null].map((caseId) => [by.at, by.subject, by.username, by.referralId, by.requestId, caseId]),
    );
    assert.deepEqual(
      rows.map((row) => [row.recordId, row.personTokens, row.fields, row.denied]),
      [
        ['1', odd, [...odd].sort(), []],
        ['NULL', [], [], [...odd].sort()],
      ],
    );
    assert.deepEqual([(await verify()).intact, (await verify()).entries], [true, 2]);
  });

  it('go on after a statement that failed', async () => {
    const log = createDisclosureLog(trails[0], keys);
    await append(log);
    await superuser.query('alter table disclosures rename to away');
    await assert.rejects(append(log));
    await superuser.query('alter table away rename to disclosures');
    await append(log);
    assert.deepEqual([(await verify()).intact, (await head())?.seq], [true, 2]);
  });

  it('write nothing after a trail that was rolled back, until it is there again', async () => {
    const log = createDisclosureLog(trails[0], keys);
    for (let times = 0; times < 5; times += 1) await append(log);
    await superuser.query('create table kept as table disclosures');
    await superuser.query('create table kept_head as table disclosure_head');
    const restore = async () => {
      await superuser.query('truncate disclosures');
      await superuser.query('insert into disclosures select * from kept');
      await superuser.query(
        'update disclosure_head set (seq, hash, start_seq, start_hash) = (select seq, hash, start_seq, start_hash from kept_head)',
      );
    };
    const rollBack = async () => {
      await superuser.query('delete from disclosures where seq > 3');
      await superuser.query(
        'update disclosure_head set (seq, hash) = (select seq, hash from disclosures where seq = 3)',
      );
    };
    try {
      await rollBack();
      await assert.rejects(append(log), TrailRolledBack);
      await assert.rejects(append(log), { code: 'TRAIL_ROLLED_BACK' });
      assert.equal((await head())?.seq, 3);

      // Somebody who was started since goes on from there: to the same number, and beyond it.
      const sinceThen = createDisclosureLog(trails[1], keys);
      await append(sinceThen);
      await append(sinceThen);
      await assert.rejects(append(log), TrailRolledBack, 'as many rows, and others');
      await append(sinceThen);
      await assert.rejects(append(log), TrailRolledBack, 'more rows, and others');

      await rollBack();
      await superuser.query('update disclosure_head set start_seq = 5');
      await superuser.query("update disclosure_head set seq = 6, start_hash = 'made up', start_proof = 'made up'");
      await assert.rejects(append(log), TrailRolledBack, 'said to be by retention');

      await restore();
      await append(log);
      assert.deepEqual([(await verify()).intact, (await head())?.seq], [true, 6]);
    } finally {
      await superuser.query('drop table kept, kept_head');
    }
  });

  it('go on while retention removes many old rows, batch by batch, and after it has removed all', async () => {
    await superuser.query('alter table disclosures enable trigger all');
    const log = createDisclosureLog(trails[0], keys);
    await append(log, 20_000, OLD);
    const seen = new Set<number>();
    let running = true;
    let appended = 0;
    const writing = (async () => {
      while (running) {
        await append(log);
        appended += 1;
        seen.add((await head())?.start_seq);
      }
    })();
    const removed = await retainDisclosures(db, keys, new Date());
    running = false;
    await writing;
    assert.equal(removed, 20_000);
    const between = [...seen].filter((start) => start > 0 && start < 20_000);
    assert.ok(between.length >= 3, `rows were added while ${between.length} batches were gone`);
    const kept = await verify();
    assert.deepEqual([kept.intact, kept.entries, kept.fault], [true, appended, null]);

    const inTenYears = new Date(Date.now() + 10 * 366 * 24 * 3_600_000);
    assert.equal(await retainDisclosures(db, keys, inTenYears), appended);
    await append(log);
    assert.deepEqual([(await verify()).intact, (await verify()).entries], [true, 1]);
  });
});
