import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { HUANG, HUANG_CASE } from '../../demo/story/characters.ts';
import type { Asker } from '../../demo/story/people.ts';
import { verifyTrails } from '../../runtime/auditTrails.ts';
import * as operations from '../../schema/generated/operations.ts';
import { retainDisclosures } from '../../subgraphs/kit/audit/retention.ts';
import { loadAgencyKeys } from '../../subgraphs/kit/crypto/keys.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { createDirect } from '../harness/attack/direct.ts';
import { connectAsSuperuser } from '../harness/cluster.ts';
import { createLead, freshKey, referralOf, until, untilVersion } from '../harness/leads.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

const COMMANDS = fileURLToPath(new URL('../../runtime/commands/', import.meta.url));

describe('the trail of what was read', () => {
  let system: TestSystem;
  let police: pg.Client;
  let home: string;
  let referral: string;
  let prosecutor: Asker;
  let auditor: Asker;

  before(async () => {
    system = await startSystem({ demo: { cases: 60, leads: 20 } });
    home = mkdtempSync(join(tmpdir(), 'casegraph-audit-'));
    police = await connectAsSuperuser(new URL(system.databaseUrls.police as string).pathname.slice(1));
    const officer = await system.people.as('womens-federation.shenyang.officer');
    prosecutor = await system.people.as('prosecutors.shenyang.prosecutor');
    auditor = await system.people.as('hub.auditor');
    const aidLeadId = await createLead(system, officer, {
      applicant: { name: HUANG.name, idNumber: HUANG.idNumber },
      caseNumber: HUANG_CASE.courtNumber,
    });
    await officer.ask(operations.ReferAidLeadDocument, { input: { ...freshKey(), aidLeadId, expectedVersion: 0 } });
    await untilVersion(officer, aidLeadId, 2);
    await until('the prosecutors have it', async () => {
      const { aidLeads } = await prosecutor.ask(operations.LeadInboxDocument, { first: 100 });
      return aidLeads.edges.some(({ node }) => node.id === aidLeadId);
    });
    referral = await referralOf(prosecutor, aidLeadId);
    for (let times = 0; times < 12; times += 1)
      await prosecutor.under(referral).answer(operations.PersonDocument, { idNumber: HUANG.idNumber });
  });
  after(async () => {
    await police.end();
    await system.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const verify = async (parts = ['police']) => {
    const found = [];
    for await (const trail of verifyTrails({ ...system.config, home }, parts)) found.push(trail);
    return found;
  };
  /** Does something to the police's trail that only a superuser can, checks it, and takes it back. */
  const tamper = async (...harm: (string | (() => Promise<void>))[]) => {
    await police.query('create table kept as table disclosures');
    await police.query('create table kept_head as table disclosure_head');
    await police.query('alter table disclosures disable trigger all');
    try {
      for (const each of harm) await (typeof each === 'string' ? police.query(each) : each());
      return (await verify())[0];
    } finally {
      await police.query('truncate disclosures');
      await police.query('insert into disclosures select * from kept');
      await police.query('delete from disclosure_head');
      await police.query('insert into disclosure_head select * from kept_head');
      await police.query('drop table kept, kept_head');
      await police.query('alter table disclosures enable trigger all');
    }
  };

  it('the data-protection officer sees who has read what of a person, and for what', async () => {
    const { readersOf } = await auditor.ask(operations.ReadersOfDocument, { person: HUANG.idNumber });
    const reading = readersOf?.police?.find(({ recordType }) => recordType === 'Person');
    const who = 'prosecutors.shenyang.prosecutor';
    assert.deepEqual([reading?.subject, reading?.username], [who, who]);
    assert.deepEqual(
      [reading?.agency, reading?.purpose, reading?.referralId],
      ['PROSECUTORS', 'JUDICIAL_AID', referral],
    );
    assert.ok(reading?.fields.includes('identity.name') && reading.fields.includes('policeCases'));
    const again = await auditor.ask(operations.ReadersOfDocument, { person: HUANG.idNumber });
    assert.ok(
      again.readersOf?.police?.some(
        ({ recordType, username }) => recordType === 'PersonReaders' && username === 'hub.auditor',
      ),
      'to look into the trail leaves a trace',
    );
  });

  const invented: string[] = [];
  /** An open referral to the justice bureau on Ms Huang and a case, as the exchange holds it. */
  const mediation = async (caseId: string): Promise<string> => {
    const exchange = connectDatabase(system.databaseUrls.exchange as string, 1);
    try {
      const [row] = await exchange('referrals').where({ id: referral });
      const changes = { id: uuidv7(), kind: 'COURT_MEDIATION', fromAgency: 'COURTS', toAgency: 'JUSTICE' };
      await exchange('referrals').insert({ ...row, ...changes, caseId });
      invented.push(changes.id);
      return changes.id;
    } finally {
      await exchange.destroy();
    }
  };
  const IDENTITY = parse(
    'query Identity($id: ResidentIdNumber!, $yes: Boolean!) { person(idNumber: $id) { policeCases { number } identity { name address phone @include(if: $yes) } } }',
  ) as TypedDocumentNode<{ person: { policeCases: object[]; identity: { name: string; address: null } } }, object>;

  it('has what was refused of a part of a record, and nothing that was not asked for', async () => {
    const justice = (await system.people.as('justice.shenyang.officer')).under(await mediation(HUANG_CASE.id));
    const { data, errors } = await justice.answer(IDENTITY, { id: HUANG.idNumber, yes: false });
    assert.deepEqual([data?.person.identity.name, data?.person.identity.address], [HUANG.name, null]);
    assert.deepEqual(
      errors?.map(({ extensions }) => extensions?.code),
      ['PURPOSE_NOT_PERMITTED'],
    );
    const { rows } = await police.query(
      "select fields, denied from disclosures where agency = 'JUSTICE' and record_type = 'Person' order by seq desc limit 1",
    );
    assert.deepEqual(rows[0], {
      fields: ['(by person)', 'identity.name', 'policeCases'],
      denied: ['identity.address'],
    });
  });

  it('a person’s other cases stay closed, and the trail has that they were asked for', async () => {
    const justice = (await system.people.as('justice.shenyang.officer')).under(await mediation(uuidv7()));
    const { data } = await justice.answer(IDENTITY, { id: HUANG.idNumber, yes: false });
    assert.deepEqual(data?.person.policeCases, []);
    const { rows } = await police.query(
      "select fields, denied from disclosures where agency = 'JUSTICE' and record_type = 'PoliceCase' order by seq desc limit 1",
    );
    assert.deepEqual(rows[0], { fields: [], denied: ['(by policeCases)'] });
  });

  it('nobody else sees it', async () => {
    for (const username of ['prosecutors.shenyang.prosecutor', 'police.shenyang.officer', 'hub.operator']) {
      const asker = await system.people.as(username);
      const { data, errors } = await asker.answer(operations.ReadersOfDocument, { person: HUANG.idNumber });
      assert.deepEqual([data?.readersOf, errors?.[0]?.extensions?.code], [null, 'NOT_PERMITTED'], username);
    }
  });

  it('every chain is intact as it was written', async () => {
    const exchange = connectDatabase(system.databaseUrls.exchange as string, 1);
    // No ledger has them.
    await exchange('referrals').whereIn('id', invented).delete();
    await exchange.destroy();
    const trails = await verify(['police', 'justice', 'courts', 'prosecutors', 'womens-federation', 'exchange']);
    assert.deepEqual(
      trails.filter(({ intact }) => !intact).map(({ chain, fault }) => `${chain}: ${fault}`),
      [],
    );
    const checked = trails.map(({ chain }) => chain);
    for (const part of ['police', 'justice', 'courts', 'prosecutors', 'womens-federation']) {
      assert.ok(checked.includes(`disclosures of ${part}`) && checked.includes(`referrals of ${part}`), part);
    }
    assert.ok((trails[0]?.entries ?? 0) >= 12);
  });

  it('a row that was changed is named', async () => {
    const found = await tamper("update disclosures set fields = '{}' where seq = 5");
    assert.deepEqual([found?.intact, found?.firstBad], [false, 5]);
  });

  it('a row whose region was taken away is named: it would show itself to no auditor of the agency', async () => {
    const { rows } = await police.query('select min(seq)::int as seq from disclosures where region_code is not null');
    const found = await tamper(`update disclosures set region_code = null where seq = ${rows[0].seq}`);
    assert.deepEqual([found?.intact, found?.firstBad], [false, rows[0].seq]);
  });

  it('a row that was removed is named, at the beginning, in the middle and at the end', async () => {
    assert.equal((await tamper('delete from disclosures where seq = 1'))?.firstBad, 2);
    assert.equal((await tamper('delete from disclosures where seq = 6'))?.firstBad, 7);
    const last = await tamper('delete from disclosures where seq = (select max(seq) from disclosures)');
    assert.match(last?.fault ?? '', /newest entries are missing/);
  });

  it('rows that changed places are named', async () => {
    const found = await tamper(
      'update disclosures set seq = -3 where seq = 3',
      'update disclosures set seq = 3 where seq = 4',
      'update disclosures set seq = 4 where seq = -3',
    );
    assert.deepEqual([found?.intact, found?.firstBad], [false, 3]);
  });

  it('a row that was added is named, also by somebody who computes plain hashes and moves the head', async () => {
    const copy = (seq: string, hash: string) =>
      `insert into disclosures select ${seq}, at, subject, username, agency, role, purpose, referral_id, request_id, record_type, record_id,
         case_id, person_tokens, fields, denied, hash, ${hash} from disclosures where seq = (select max(seq) from disclosures)`;
    const found = await tamper(
      copy('seq + 1', "encode(sha256(convert_to(hash || ':' || seq + 1, 'UTF8')), 'hex')"),
      'update disclosure_head set (seq, hash) = (select seq, hash from disclosures order by seq desc limit 1)',
    );
    const rows = (await police.query('select max(seq)::int as last from disclosures')).rows[0] as { last: number };
    assert.deepEqual([found?.intact, found?.firstBad], [false, rows.last + 1]);
  });

  it('a chain that was cut back to an earlier end, head and all, is found by the next check', async () => {
    const [whole] = await verify();
    assert.ok(whole?.intact);
    const found = await tamper(
      'delete from disclosures where seq > 8',
      'update disclosure_head set (seq, hash) = (select seq, hash from disclosures where seq = 8)',
    );
    assert.deepEqual([found?.intact, found?.firstBad], [false, 9]);
  });

  it('a referral that is named in capitals, past the gateway, breaks no chain', async () => {
    const viewer = { sub: 'prosecutors.shenyang.prosecutor', agency: 'PROSECUTORS', roles: ['officer'] };
    const query = 'query ($number: ResidentIdNumber!) { person(idNumber: $number) { identity { name } } }';
    const { data } = await createDirect(system).ask<{ person: { identity: { name: string } } | null }>(
      'police',
      query,
      { number: HUANG.idNumber },
      { ...viewer, referral: referral.toUpperCase() },
    );
    assert.equal(data?.person?.identity?.name, HUANG.name);
    const [found] = await verify();
    assert.deepEqual([found?.intact, found?.fault], [true, null]);
  });

  it('nothing leaves a running agency whose trail was rolled back, head and all, until it is there again', async () => {
    const read = () => prosecutor.under(referral).answer(operations.PersonDocument, { idNumber: HUANG.idNumber });
    const name = (answer: Awaited<ReturnType<typeof read>>) => answer.data?.person?.identity?.name;
    assert.equal(name(await read()), HUANG.name);
    let withdrawn: Awaited<ReturnType<typeof read>> | null = null;
    await tamper(async () => {
      await police.query('delete from disclosures where seq > 8');
      await police.query('update disclosure_head set (seq, hash) = (select seq, hash from disclosures where seq = 8)');
      withdrawn = await read();
    });
    assert.ok(withdrawn);
    assert.equal(name(withdrawn), undefined);
    assert.equal(name(await read()), HUANG.name);
    assert.equal((await verify())[0]?.intact, true);
  });

  it('the agency’s own login can add to it, and change or remove nothing', async () => {
    const db = connectDatabase(system.databaseUrls.police as string, 1);
    try {
      await assert.rejects(
        db('disclosures').where({ seq: 2 }).update({ username: 'nobody' }),
        /never changed or removed/,
      );
      await assert.rejects(db('disclosures').where({ seq: 2 }).delete(), /never changed or removed/);
    } finally {
      await db.destroy();
    }
  });

  it('npm run audit:verify says so in words, and ends with 1 where a row is bad', async () => {
    const run = (env: Record<string, string>) => command('auditVerify.ts', ['police'], '', env);
    const good = await run({ ...system.env, CASEGRAPH_HOME: home, CASEGRAPH_KEYS: system.config.keysFolder });
    assert.deepEqual([good.code, /disclosures of police: \d+ entries, intact/.test(good.out)], [0, true], good.err);
    await police.query('alter table disclosures disable trigger all');
    const { rows } = await police.query('select denied from disclosures where seq = 4');
    await police.query("update disclosures set denied = '{changed}' where seq = 4");
    const bad = await run({ ...system.env, CASEGRAPH_HOME: home, CASEGRAPH_KEYS: system.config.keysFolder });
    await police.query('update disclosures set denied = $1 where seq = 4', [(rows[0] as { denied: string[] }).denied]);
    await police.query('alter table disclosures enable trigger all');
    assert.deepEqual([bad.code, /entry 4 is bad/.test(bad.out)], [1, true], bad.err);
  });

  it('the answer to a person’s question is a page that can be printed, without the number', async () => {
    const { code, out, err } = await command('readers.ts', ['hub.auditor'], `${HUANG.idNumber}\n`, system.env);
    assert.equal(code, 0, err);
    assert.match(out, /<h1>个人信息查询记录告知书<\/h1>/);
    assert.match(out, /人民检察院<br>经办人<\/td><td>司法救助与帮扶<\/td><td>个人信息/);
    assert.ok(!out.includes(HUANG.idNumber));
    const mistyped = await command('readers.ts', ['hub.auditor'], '12345\n', system.env);
    assert.deepEqual([mistyped.code, mistyped.out], [1, '']);
    assert.ok(!mistyped.err.includes('12345'));
  });

  it('retention removes what is older than the rule, the chain stays whole, and nobody else can begin it anew', async () => {
    const db = connectDatabase(system.databaseUrls.police as string, 1);
    const keys = await loadAgencyKeys(system.config.keysFolder, 'POLICE');
    try {
      assert.equal(await retainDisclosures(db, keys, new Date()), 0, 'all of it is young');
      const before = (await verify())[0]?.entries ?? 0;
      const later = new Date(Date.now() + 40 * 31 * 24 * 3_600_000);
      await prosecutor.under(referral).answer(operations.PersonDocument, { idNumber: HUANG.idNumber });
      const removed = await retainDisclosures(db, keys, later);
      assert.ok(removed >= before);
      await prosecutor.under(referral).answer(operations.PersonDocument, { idNumber: HUANG.idNumber });
      const [kept] = await verify();
      assert.deepEqual([kept?.intact, (kept?.entries ?? 0) > 0], [true, true], kept?.fault ?? '');
    } finally {
      await db.destroy();
    }
    const forged = await tamper("update disclosure_head set start_seq = start_seq - 1, start_hash = 'made up'");
    assert.match(forged?.fault ?? '', /not by retention/);
  });
});

/** Runs a command as a person would. */
function command(file: string, args: string[], input: string, env: Record<string, string>) {
  const child = spawn(process.execPath, [join(COMMANDS, file), ...args], { env: { PATH: process.env.PATH, ...env } });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  child.stdin.end(input);
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, out, err }));
  });
}
