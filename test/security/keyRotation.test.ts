import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Knex } from 'knex';
import { HUANG } from '../../demo/story/characters.ts';
import type { Asker } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { addFieldKey } from '../../subgraphs/kit/crypto/fieldKeys.ts';
import { loadAgencyKeys } from '../../subgraphs/kit/crypto/keys.ts';
import { asSystem, findSealedColumns } from '../../subgraphs/kit/crypto/sealedColumns.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { agencyOfPart } from '../../subgraphs/kit/definition.ts';
import { referredLead, until } from '../harness/leads.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

const ROTATE = fileURLToPath(new URL('../../runtime/commands/rotateKeys.ts', import.meta.url));
const SEALING = ['police', 'prosecutors', 'womens-federation'];

describe('rotation of field keys while the parts run', () => {
  const keysFolder = mkdtempSync(join(tmpdir(), 'casegraph-rotation-'));
  let system: TestSystem;
  let officer: Asker;
  let prosecutor: Asker;
  let policeOfficer: Asker;
  const databases = new Map<string, Knex>();
  const databaseOf = (part: string) => databases.get(part) as Knex;

  before(async () => {
    system = await startSystem({ env: { CASEGRAPH_KEYS: keysFolder }, demo: { cases: 300, leads: 150 } });
    officer = await system.people.as('womens-federation.shenyang.officer');
    prosecutor = await system.people.as('prosecutors.shenyang.prosecutor');
    policeOfficer = await system.people.as('police.shenyang.officer');
    for (const [part, url] of Object.entries(system.databaseUrls)) databases.set(part, connectDatabase(url, 2));
  });
  after(async () => {
    await Promise.all([...databases.values()].map((db) => db.destroy()));
    await system.stop();
    rmSync(keysFolder, { recursive: true });
  });

  function command(...args: string[]): { child: ChildProcess; ended: Promise<{ code: number | null; said: string }> } {
    const child = spawn(process.execPath, [ROTATE, ...args], { env: { ...process.env, ...system.env } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
      });
    }
    return { child, ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, said }))) };
  }

  /** As the police read it; what other agencies hold of her stays closed to them. */
  const herName = async () =>
    (await policeOfficer.answer(operations.PersonDocument, { idNumber: HUANG.idNumber })).data?.person?.identity?.name;

  const versionsInFile = (part: string) =>
    Object.keys(
      (JSON.parse(readFileSync(join(keysFolder, `${part}.json`), 'utf8')) as { fieldKeys: object }).fieldKeys,
    );

  /** Every sealed value of a part's database, opened; fails where one does not open. Gives how many there are by version. */
  async function openAll(part: string): Promise<Record<string, number>> {
    const { fieldCipher } = await loadAgencyKeys(keysFolder, agencyOfPart(part));
    const versions: Record<string, number> = {};
    for (const { table, columns } of await findSealedColumns(databaseOf(part))) {
      const rows = await asSystem(
        databaseOf(part),
        async (tx) =>
          (await tx.raw<{ rows: Record<string, string | null>[] }>(`select ${columns.join(', ')} from ${table}`)).rows,
      );
      for (const sealed of rows.flatMap((row) => Object.values(row))) {
        if (sealed === null) continue;
        assert.ok(fieldCipher.open(sealed).length > 0);
        const version = sealed.slice(0, sealed.indexOf('.'));
        versions[version] = (versions[version] ?? 0) + 1;
      }
    }
    return versions;
  }

  it('seals every value anew; who reads and writes meanwhile notices nothing, and no change of theirs is lost', async () => {
    let running = true;
    let reads = 0;
    let written = 0;
    const reading = async () => {
      while (running) {
        const { aidLeads } = await prosecutor.ask(operations.LeadInboxDocument, { first: 50 });
        assert.ok(aidLeads.edges.every(({ node }) => (node.applicantName ?? '').length > 0));
        assert.equal(await herName(), HUANG.name);
        reads += 1;
      }
    };
    const writing = async () => {
      while (running) {
        await referredLead(system, officer);
        written += 1;
      }
    };
    // Sealed by the old version, and committed long after the new one has begun.
    const police = databaseOf('police');
    const slow = async () => {
      const { fieldCipher } = await loadAgencyKeys(keysFolder, 'POLICE');
      await asSystem(police, async (tx) => {
        const sealed = fieldCipher.seal('15400000001');
        const { rows } = await tx.raw(
          'update persons set phone_sealed = ? where token = (select min(token) from persons) returning token',
          [sealed],
        );
        assert.equal(rows.length, 1);
        await sleep(6_000);
      });
    };
    const load = Promise.all([reading(), reading(), writing(), slow()]);
    load.catch(() => undefined);
    const { code, said } = await command('all').ended;
    running = false;
    await load;
    assert.equal(code, 0, said);
    assert.match(said, /police: everything is sealed by key version 2; \d+ values anew\./);
    assert.match(said, /exchange: seals nothing/);
    assert.ok(reads > 10 && written > 3, `${reads} reads, ${written} leads`);
    for (const part of SEALING) {
      assert.deepEqual(Object.keys(await openAll(part)), ['2'], part);
      assert.deepEqual(versionsInFile(part), ['1', '2']);
      assert.equal(statSync(join(keysFolder, `${part}.json`)).mode & 0o777, 0o600);
    }
    const { fieldCipher } = await loadAgencyKeys(keysFolder, 'POLICE');
    const [first] = await asSystem(police, (tx) => tx('persons').orderBy('token').limit(1));
    assert.equal(fieldCipher.open(first.phoneSealed), '15400000001');
  });

  it('that was broken off goes on when the command is given again, and lets nobody in beside it', async () => {
    const first = command('police');
    await until('a third version', async () => versionsInFile('police').includes('3'));
    const second = await command('police').ended;
    assert.equal(second.code, 1);
    assert.match(second.said, /police: its keys are being rotated already/);
    first.child.kill('SIGKILL');
    await first.ended;
    assert.deepEqual(Object.keys(await openAll('police')), ['2'], 'nothing is sealed anew yet');
    const again = await command('police').ended;
    assert.equal(again.code, 0, again.said);
    assert.deepEqual(versionsInFile('police'), ['1', '2', '3'], 'no fourth version');
    assert.deepEqual(Object.keys(await openAll('police')), ['3']);
  });

  it('retires the older versions once nothing needs them, and the parts read on', async () => {
    // Somebody has added a version and not gone on.
    addFieldKey(keysFolder, 'WOMENS_FEDERATION');
    const { code, said } = await command('womens-federation', 'police', '--retire').ended;
    assert.equal(code, 0, said);
    assert.match(said, /womens-federation: version 1, 2 is retired/);
    assert.deepEqual(versionsInFile('womens-federation'), ['3']);
    assert.deepEqual(versionsInFile('police'), ['3']);
    for (const part of ['womens-federation', 'police']) assert.deepEqual(Object.keys(await openAll(part)), ['3']);
    assert.equal(await herName(), HUANG.name);
    await referredLead(system, officer);
    const repeated = await command('police', '--retire').ended;
    assert.match(repeated.said, /version 3 is the only one; nothing to retire/);
  });

  it('says how it is used when it is asked for a part that is none', async () => {
    for (const args of [[], ['coffee'], ['police', '--fast'], ['police', '--after', 'soon']]) {
      const { code, said } = await command(...args).ended;
      assert.equal(code, 2);
      assert.match(said, /^Usage: npm run keys:rotate -- <part>/);
    }
  });
});
