import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import type { Knex } from 'knex';
import { HUANG, HUANG_CASE } from '../../demo/story/characters.ts';
import type { Asker } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { type Verification, verifyChain } from '../../subgraphs/kit/audit/chain.ts';
import { createDisclosureLog, disclosureHash } from '../../subgraphs/kit/audit/disclosures.ts';
import { type AgencyKeys, loadAgencyKeys } from '../../subgraphs/kit/crypto/keys.ts';
import { connectDatabase, connectTrail } from '../../subgraphs/kit/database/database.ts';
import type { DisclosureRow } from '../../subgraphs/kit/generated/rows.ts';
import { connectAsSuperuser } from '../harness/cluster.ts';
import { createLead, freshKey, referralOf, untilVersion } from '../harness/leads.ts';
import { operation } from '../harness/operation.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

const READ = operation<{
  person: { identity: { name: string } | null } | null;
}>(`query Read($person: ResidentIdNumber!, $case: ID!) {
  person(idNumber: $person) { identity { name phone } }
  case(id: $case) { policeCase { number parties { role } } trials { number status judgment { result summary } } }
}`);
const HERS = { person: HUANG.idNumber, case: HUANG_CASE.id };

describe('the trail of what was read', () => {
  let system: TestSystem;
  let prosecutor: Asker;
  let referral: string;
  let police: Knex;
  let courts: Knex;
  let keys: Record<'police' | 'courts', AgencyKeys>;

  before(async () => {
    system = await startSystem({ demo: { cases: 60, leads: 20 }, env: { IDENTICAL_READS: 'each' } });
    const officer = await system.people.as('womens-federation.shenyang.officer');
    prosecutor = await system.people.as('prosecutors.shenyang.prosecutor');
    const applicant = { name: HUANG.name, idNumber: HUANG.idNumber };
    const aidLeadId = await createLead(system, officer, { applicant, caseNumber: HUANG_CASE.courtNumber });
    await officer.ask(operations.ReferAidLeadDocument, { input: { ...freshKey(), aidLeadId, expectedVersion: 0 } });
    await untilVersion(officer, aidLeadId, 2);
    referral = await referralOf(officer, aidLeadId);
    police = connectDatabase(system.databaseUrls.police as string, 2);
    courts = connectDatabase(system.databaseUrls.courts as string, 2);
    const { keysFolder } = system.config;
    keys = { police: await loadAgencyKeys(keysFolder, 'POLICE'), courts: await loadAgencyKeys(keysFolder, 'COURTS') };
  });
  after(async () => {
    await Promise.all([police.destroy(), courts.destroy()]);
    await system.stop();
  });

  const head = async (db: Knex): Promise<{ seq: number; hash: string }> => db('disclosure_head').first('seq', 'hash');
  const since = async (db: Knex, seq: number): Promise<DisclosureRow[]> =>
    db('disclosures').where('seq', '>', seq).orderBy(['record_type', 'seq']);
  async function verify(db: Knex, agency: 'police' | 'courts'): Promise<Verification> {
    return verifyChain<DisclosureRow>({
      after: (seq, limit) => db('disclosures').where('seq', '>', seq).orderBy('seq').limit(limit),
      hashOf: (previous, row) => disclosureHash(keys[agency], previous, row.seq, row),
      head: await head(db),
    });
  }
  /** What somebody's reading adds, looked up as soon as the answer is there. */
  async function read(who: Asker) {
    const [before, beforeAtCourt] = [(await head(police)).seq, (await head(courts)).seq];
    const { data, errors } = await who.answer(READ, HERS);
    const rows = [...(await since(police, before)), ...(await since(courts, beforeAtCourt))];
    const found = rows.map(({ recordType, fields, denied }) => [recordType, fields.join(), denied.join()]);
    return { data, errors, rows, found: found.sort() };
  }

  it('has a row for each record of another agency, with the fields that were given, before the answer is there', async () => {
    const { data, rows, found } = await read(prosecutor.under(referral));
    assert.equal(data?.person?.identity?.name, HUANG.name);
    assert.deepEqual(found, [
      ['CourtCase', 'judgment.result,judgment.summary,number,status', ''],
      ['Person', '(by person),identity.name,identity.phone', ''],
      ['PoliceCase', 'number,parties.role', ''],
    ]);
    const [first] = rows;
    assert.ok(
      rows.every(({ requestId }) => requestId === first?.requestId),
      'all of one request',
    );
    for (const row of rows) {
      assert.deepEqual(
        [row.username, row.agency, row.role, row.purpose, row.referralId],
        ['prosecutors.shenyang.prosecutor', 'PROSECUTORS', 'officer', 'JUDICIAL_AID', referral],
      );
      const isAbout = row.recordType === 'Person' ? row.personTokens.length === 1 : row.caseId === HUANG_CASE.id;
      assert.ok(isAbout, row.recordType);
      const text = JSON.stringify(row);
      for (const value of [HUANG.name, HUANG.idNumber, HUANG.phone as string])
        assert.ok(!text.includes(value), `${row.recordType} holds personal data`);
    }
  });

  it('has what was refused as well, as refused', async () => {
    const { data, rows, found } = await read(prosecutor);
    assert.equal(data?.person?.identity, null);
    assert.deepEqual(found, [
      ['CourtCase', 'number,status', 'judgment'],
      ['Person', '(by person)', 'identity'],
      ['PoliceCase', 'number', 'parties'],
    ]);
    assert.ok(rows.every(({ purpose, referralId }) => purpose === null && referralId === null));
  });

  it('has nothing of what an agency’s own people read, but that they looked somebody up by the number', async () => {
    const { found } = await read(await system.people.as('police.shenyang.officer'));
    assert.deepEqual(found, [
      ['CourtCase', 'number,status', 'judgment'],
      ['Person', '(by person)', ''],
    ]);
  });

  it('has the same person read under two names in one query once for each time that the police were asked', async () => {
    const twice = operation(`query Twice($person: ResidentIdNumber!) {
      a: person(idNumber: $person) { identity { name } } b: person(idNumber: $person) { identity { birthDate } } }`);
    const before = (await head(police)).seq;
    await prosecutor.under(referral).answer(twice, { person: HUANG.idNumber });
    const rows = await since(police, before);
    assert.deepEqual(
      rows.map(({ fields }) => fields),
      [['(by person)', 'identity.birthDate', 'identity.name']],
    );
  });

  it('that cannot be written lets no answer out, and goes on unbroken once it can', async () => {
    const admin = await connectAsSuperuser(new URL(system.databaseUrls.police as string).pathname.slice(1));
    const before = (await head(police)).seq;
    try {
      await admin.query(`create function full_disk() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
        create trigger full_disk before insert on disclosures for each row execute function full_disk()`);
      for (const who of [prosecutor.under(referral), prosecutor]) {
        const answer = await who.answer(READ, HERS);
        const text = JSON.stringify(answer);
        for (const hidden of [HUANG.name, HUANG_CASE.policeNumber, 'full_disk', 'insert into'])
          assert.ok(!text.includes(hidden), hidden === HUANG.name ? 'her name' : hidden);
        assert.ok(answer.errors?.some(({ extensions }) => extensions?.code === 'INTERNAL_SERVER_ERROR'));
      }
    } finally {
      await admin.query('drop trigger if exists full_disk on disclosures; drop function if exists full_disk');
      await admin.end();
    }
    assert.equal((await since(police, before)).length, 0);
    const { data } = await prosecutor.under(referral).answer(READ, HERS);
    assert.equal(data?.person?.identity?.name, HUANG.name);
    assert.deepEqual((await verify(police, 'police')).fault, null);
  });

  it('is one chain however many read at the same time, and however many processes write it', async () => {
    const before = (await head(police)).seq;
    const reading = prosecutor.under(referral);
    const answers = await Promise.all(Array.from({ length: 40 }, () => reading.answer(READ, HERS)));
    assert.ok(answers.every(({ data }) => data?.person?.identity?.name === HUANG.name));
    assert.equal((await since(police, before)).length, 80, 'two records of the police in each of 40 requests');
    const pools = [1, 2, 3].map(() => connectTrail(system.databaseUrls.police as string));
    const logs = pools.map((pool) => createDisclosureLog(pool, keys.police));
    const by = (index: number) => ({
      at: new Date(),
      subject: 'test',
      username: 'test',
      agency: 'COURTS',
      role: 'officer',
      purpose: null,
      referralId: null,
      requestId: `r${index}`,
    });
    const record = (index: number) => ({
      recordType: 'Test',
      recordId: String(index),
      caseId: null,
      persons: [],
      fields: new Set(['a']),
      denied: new Set<string>(),
    });
    try {
      const appended = Array.from({ length: 100 }, (_, index) => logs[index % 3]?.append(by(index), [record(index)]));
      await Promise.all([...appended, ...Array.from({ length: 10 }, () => reading.answer(READ, HERS))]);
    } finally {
      await Promise.all(pools.map((pool) => pool.end()));
    }
    const test = (await since(police, before)).filter(({ recordType }) => recordType === 'Test');
    assert.deepEqual([test.length, new Set(test.map(({ recordId }) => recordId)).size], [100, 100], 'each once');
    const { intact, fault, entries } = await verify(police, 'police');
    assert.deepEqual([intact, fault, entries], [true, null, (await head(police)).seq]);
  });

  it('is found wanting where a row was changed, cut off, or added by somebody without the agency’s key', async () => {
    await assert.rejects(police('disclosures').where({ seq: 2 }).update({ role: 'x' }), /never changed or removed/);
    await assert.rejects(police('disclosures').where({ seq: 2 }).delete(), /never changed or removed/);
    const { seq } = await head(police);
    /** What is found after a harm that even the agency's own login can do, which owns the table. */
    const attempt = async (harm: (tx: Knex.Transaction) => Promise<unknown>) => {
      const tx = await police.transaction();
      try {
        await tx.raw('alter table disclosures disable trigger disclosures_stay');
        await harm(tx);
        return (await verify(tx, 'police')).firstBad;
      } finally {
        await tx.rollback();
      }
    };
    const none: string[] = [];
    assert.equal(await attempt((tx) => tx('disclosures').where({ seq: 2 }).update({ fields: none })), 2, 'changed');
    assert.equal(await attempt((tx) => tx('disclosures').where({ seq }).delete()), seq, 'cut off');
    const added = await attempt(async (tx) => {
      const { hash } = await head(tx);
      const forged = createHash('sha256').update(`${hash}:forged`).digest('hex');
      const newest = await tx('disclosures').where({ seq }).first();
      await tx('disclosures').insert({ ...newest, seq: seq + 1, prevHash: hash, hash: forged });
      await tx('disclosure_head').update({ seq: seq + 1, hash: forged });
    });
    assert.equal(added, seq + 1, 'added');
  });
});
