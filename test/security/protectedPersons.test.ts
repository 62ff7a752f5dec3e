import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Knex } from 'knex';
import { HUANG, HUANG_CASE } from '../../demo/story/characters.ts';
import type { Asker } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { loadAgencyKeys } from '../../subgraphs/kit/crypto/keys.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { createLead, freshKey, referralOf, untilVersion } from '../harness/leads.ts';
import { operation } from '../harness/operation.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

const WHERE = operation<{
  person: { identity: { name: string; address: string | null; phone: string | null } | null };
}>('query Where($person: ResidentIdNumber!) { person(idNumber: $person) { identity { name address phone } } }');
const HER = { person: HUANG.idNumber };
/** Of the address and the telephone number what the masks leave. */
const MASKED = { address: '辽宁省沈阳市和平区****', phone: '154****6139' };

describe('where a person can be found', () => {
  let system: TestSystem;
  let police: Knex;
  let token: string;
  let reader: Asker;
  let referral: string;

  before(async () => {
    system = await startSystem({ demo: { cases: 60, leads: 20 } });
    police = connectDatabase(system.databaseUrls.police as string, 1);
    token = (await loadAgencyKeys(system.config.keysFolder, 'POLICE')).personTokens.of(HUANG.idNumber);
    const officer = await system.people.as('womens-federation.shenyang.officer');
    const applicant = { name: HUANG.name, idNumber: HUANG.idNumber };
    const aidLeadId = await createLead(system, officer, { applicant, caseNumber: HUANG_CASE.courtNumber });
    await officer.ask(operations.ReferAidLeadDocument, { input: { ...freshKey(), aidLeadId, expectedVersion: 0 } });
    await untilVersion(officer, aidLeadId, 2);
    referral = await referralOf(officer, aidLeadId);
    reader = (await system.people.as('prosecutors.shenyang.prosecutor')).under(referral);
  });
  after(async () => {
    await police.destroy();
    await system.stop();
  });

  const change = (columns: object) => police('persons').where({ token }).update(columns);
  /** What of it is shown, without ever printing it. */
  async function seenBy(who: Asker) {
    const { data, errors } = await who.answer(WHERE, HER);
    const { address, phone } = data?.person.identity ?? {};
    const kind = (value: string | null | undefined, whole: string | null, mask: string) =>
      value === null
        ? 'nothing'
        : value === mask
          ? 'masked'
          : value === whole
            ? 'whole'
            : `${typeof value}, something else`;
    return [kind(address, HUANG.address, MASKED.address), kind(phone, HUANG.phone, MASKED.phone), errors?.length ?? 0];
  }
  const newestRow = async () => police('disclosures').where({ recordId: token }).orderBy('seq', 'desc').first();

  it('is shown down to the district, and the telephone number in part, under a referral that serves it', async () => {
    assert.deepEqual(await seenBy(reader), ['masked', 'masked', 0]);
    const { fields, denied } = await newestRow();
    assert.deepEqual([fields, denied], [['(by person)', 'identity.address', 'identity.name', 'identity.phone'], []]);
  });

  it('is whole for the police alone', async () => {
    assert.deepEqual(await seenBy(await system.people.as('police.heping.officer')), ['whole', 'whole', 0]);
  });

  describe('is, where the person is protected,', () => {
    before(() => change({ protected: true }));
    after(() => change({ protected: false }));

    it('not shown under any referral, without an error, and the trail has it as refused', async () => {
      assert.deepEqual(await seenBy(reader), ['nothing', 'nothing', 0]);
      const { fields, denied, agency } = await newestRow();
      assert.deepEqual(
        [agency, fields, denied],
        ['PROSECUTORS', ['(by person)', 'identity.name'], ['identity.address', 'identity.phone']],
      );
    });

    it('still whole for the police’s own officers', async () => {
      assert.deepEqual(await seenBy(await system.people.as('police.heping.officer')), ['whole', 'whole', 0]);
    });

    it('answered exactly as where nothing is known of a person who is not', async () => {
      const { addressSealed, phoneSealed } = await police('persons')
        .where({ token })
        .first('address_sealed', 'phone_sealed');
      const [isProtected, unnamed] = [
        await reader.answer(WHERE, HER),
        await (await system.people.as('courts.heping.judge')).answer(WHERE, HER),
      ];
      await change({ protected: false, addressSealed: null, phoneSealed: null });
      const [unknown, unnamedUnknown] = [
        await reader.answer(WHERE, HER),
        await (await system.people.as('courts.heping.judge')).answer(WHERE, HER),
      ];
      await change({ protected: true, addressSealed, phoneSealed });
      assert.ok(JSON.stringify(isProtected) === JSON.stringify(unknown), 'under the referral');
      assert.ok(JSON.stringify(unnamed) === JSON.stringify(unnamedUnknown), 'and without one');
    });

    it('not shown for another purpose either, which is refused as it is of everybody', async () => {
      const exchange = connectDatabase(system.databaseUrls.exchange as string, 1);
      const { kind } = await exchange('referrals').where({ id: referral }).first('kind');
      const ask = async (purpose: string, isProtected: boolean) => {
        await exchange('referrals').where({ id: referral }).update({ kind: purpose });
        await change({ protected: isProtected });
        await new Promise((resolve) => setTimeout(resolve, 850));
        const { data, errors = [] } = await reader.answer(WHERE, HER);
        const { address, phone } = data?.person.identity ?? {};
        return JSON.stringify([address, phone, errors.map(({ extensions, path }) => [extensions?.code, path])]);
      };
      try {
        const refused = await ask('COURT_MEDIATION', true);
        assert.match(refused, /^\[null,null,\[\["PURPOSE_NOT_PERMITTED"/);
        assert.equal(await ask('COURT_MEDIATION', false), refused);
      } finally {
        await exchange('referrals').where({ id: referral }).update({ kind });
        await change({ protected: true });
        await exchange.destroy();
      }
    });
  });
});
