import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { contracts } from '../../subgraphs/contracts/index.ts';
import { loadAgencyKeys } from '../../subgraphs/kit/crypto/keys.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { createMessageBodies } from '../../subgraphs/kit/referrals/bodies.ts';
import { loadReferralRules } from '../../subgraphs/kit/referrals/rules.ts';
import { createReferralSides } from '../../subgraphs/kit/referrals/sides.ts';
import { freshKey, until } from '../harness/leads.ts';
import { operation } from '../harness/operation.ts';
import { inventedIdNumber } from '../harness/register.ts';
import { startSystem } from '../harness/system.ts';

/*
 * Run by test/scaffold/newAgency.e2e.ts in a copy of the project that has the agency and the kind of docs/adding-an-agency.md.
 */

interface Side {
  status: string;
  version: number;
  availableActions: { action: string; operation: string }[];
}

const SIDES = operation<{ referral: { policeSide: Side | null; petitionsSide: Side | null } | null }>(`
  query Sides($id: ID!) {
    referral(id: $id) {
      policeSide { status version availableActions { action operation } }
      petitionsSide { status version availableActions { action operation } }
    }
  }`);
const STEP = operation<{ petitionsReferralStep: { problems: { code: string }[] } }>(`
  mutation Step($input: ReferralStepInput!) { petitionsReferralStep(input: $input) { problems { code } } }`);

test('a referral from the police arrives at the new agency, which accepts it', async () => {
  const system = await startSystem({ parts: ['identity', 'exchange', 'police', 'petitions', 'worker', 'gateway'] });
  const db = connectDatabase(system.databaseUrls.police ?? '', 1);
  try {
    const keys = await loadAgencyKeys(system.config.keysFolder, 'POLICE');
    const sides = createReferralSides('POLICE', keys, loadReferralRules(), createMessageBodies(contracts));
    const username = 'police.shenyang.officer';
    const sender = { subject: username, username, name: '测试', agency: 'POLICE', region: '210100' };
    const referral = {
      kind: 'PETITION_INQUIRY',
      to: 'PETITIONS',
      subjectId: uuidv7(),
      caseId: null,
      personTokens: [keys.personTokens.of(inventedIdNumber(1))],
      regionCode: '210102',
      parentId: null,
    };
    const { id } = await db.transaction((tx) =>
      sides.send(tx, referral, { ...sender, roles: ['officer'], language: 'zh' }, {}),
    );
    const [officer, police] = [
      await system.people.as('petitions.shenyang.officer'),
      await system.people.as('police.shenyang.officer'),
    ];
    const own = async () => (await officer.answer(SIDES, { id })).data?.referral?.petitionsSide;
    await until('it has arrived', async () => (await own())?.status === 'RECEIVED');
    const side = await own();
    assert.deepEqual(side?.availableActions, [{ action: 'ACCEPT', operation: 'petitionsReferralStep' }]);
    const input = { ...freshKey(), referralId: id, action: 'ACCEPT', expectedVersion: side?.version };
    assert.deepEqual((await officer.ask(STEP, { input })).petitionsReferralStep.problems, []);
    const theirs = async () => (await police.answer(SIDES, { id })).data?.referral?.policeSide?.status;
    await until('its sender knows', async () => (await theirs()) === 'ACCEPTED');
  } finally {
    await db.destroy();
    await system.stop();
  }
});
