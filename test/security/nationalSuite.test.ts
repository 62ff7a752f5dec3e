import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { HUANG } from '../../demo/story/characters.ts';
import { playStory, type Told } from '../../demo/story/story.ts';
import { ConfigurationFault, readConfig } from '../../runtime/config.ts';
import { provision } from '../../runtime/installation.ts';
import { startPart } from '../../runtime/parts.ts';
import * as operations from '../../schema/generated/operations.ts';
import { verifyLedger } from '../../subgraphs/exchange/relay/ledger/verifyLedger.ts';
import { loadAgencyKeys } from '../../subgraphs/kit/crypto/keys.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { referredLead, step, untilVersion } from '../harness/leads.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

describe('an installation under the national cipher suite', () => {
  const keysFolder = mkdtempSync(join(tmpdir(), 'casegraph-national-'));
  let system: TestSystem;

  before(async () => {
    const env = { CIPHER_SUITE: 'national', CASEGRAPH_KEYS: keysFolder };
    system = await startSystem({ env, demo: { cases: 60, leads: 40 } });
  });
  after(async () => {
    await system.stop();
    rmSync(keysFolder, { recursive: true });
  });

  it('a lead is created, referred, accepted, and concluded by the story of Shenyang', async () => {
    const told: Told[] = [];
    const { aidLeadId } = await playStory(system.people, (step) => told.push(step));
    const officer = await system.people.as('womens-federation.shenyang.officer');
    const { aidLead } = await officer.ask(operations.LeadProgressDocument, { id: aidLeadId });
    assert.deepEqual([aidLead?.status, aidLead?.feedback?.amount], ['ACKNOWLEDGED', '80000.00']);
    assert.ok((told.at(-1)?.answer as { intact: boolean } | undefined)?.intact);
  });

  it('the demonstration’s sealed fields open, and a person is found by her number', async () => {
    const police = await system.people.as('police.shenyang.officer');
    const { data } = await police.answer(operations.PersonDocument, { idNumber: HUANG.idNumber });
    assert.equal(data?.person?.identity?.name, HUANG.name);
    assert.equal(data?.person?.identity?.idNumber, '210102************');
  });

  it('a lead goes back with words that the receiver alone can read', async () => {
    const officer = await system.people.as('womens-federation.shenyang.officer');
    const prosecutor = await system.people.as('prosecutors.shenyang.prosecutor');
    const aidLeadId = await referredLead(system, officer);
    const text = '材料需重新核实。';
    const { problems } = await step(prosecutor, aidLeadId, { action: 'RETURN', reasonCode: 'OTHER', text });
    assert.deepEqual(problems, []);
    await untilVersion(officer, aidLeadId, 3);
    const { aidLead } = await officer.ask(operations.LeadProgressDocument, { id: aidLeadId });
    assert.deepEqual(aidLead?.endReason, { code: 'OTHER', text: '材料需重新核实。' });
  });

  it('everything that is sealed or signed says that it is by SM4 and SM2, dead letters of the demonstration too', async () => {
    const exchange = connectDatabase(system.databaseUrls.exchange as string, 1);
    const police = connectDatabase(system.databaseUrls.police as string, 1);
    try {
      assert.ok((await verifyLedger(exchange)).intact);
      const entries: { jws: string; fromAgency: string }[] = await exchange('ledger').select('jws', 'from_agency');
      const hub = await loadAgencyKeys(keysFolder, 'HUB');
      for (const { jws, fromAgency: from } of entries) {
        assert.match(Buffer.from(jws.split('.')[0] ?? '', 'base64url').toString(), /"alg":"SM2-SM3"/);
        assert.ok((await hub.verify(jws, from)) !== null);
      }
      const letters: { jwe: string; toAgency: string }[] = await exchange('deliveries')
        .whereNot('jwe', '')
        .whereNotNull('jwe');
      assert.ok(letters.length > 0);
      for (const { jwe, toAgency: to } of letters) {
        assert.match(Buffer.from(jwe.split('.')[0] ?? '', 'base64url').toString(), /"enc":"SM4-CTR-HSM3"/);
        assert.ok(JSON.parse(await (await loadAgencyKeys(keysFolder, to)).decrypt(jwe)));
      }
      const { rows } = await police.raw(
        "select count(*)::int as other from persons where name_sealed not like '1.sm4.%'",
      );
      assert.equal(rows[0].other, 0);
    } finally {
      await exchange.destroy();
      await police.destroy();
    }
  });

  it('does not start under a setting that the keys were not made for, and says what to do', async () => {
    const config = readConfig({ ...system.env, CIPHER_SUITE: 'standard' });
    for (const start of [() => startPart('police', config), async () => void provision(config)]) {
      await assert.rejects(start, (error: Error) => {
        assert.ok(error instanceof ConfigurationFault);
        assert.match(
          error.message,
          /^CIPHER_SUITE is standard, but the keys in .* were made for national.*CIPHER_SUITE=national/,
        );
        return true;
      });
    }
    const made = JSON.parse(readFileSync(join(keysFolder, 'police.json'), 'utf8')) as { suite: string };
    assert.equal(made.suite, 'national');
  });
});
