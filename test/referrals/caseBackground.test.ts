import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Asker } from '../../demo/story/people.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { createDirect } from '../harness/attack/direct.ts';
import { referralOf, referredLead } from '../harness/leads.ts';
import { operation } from '../harness/operation.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

/** The case behind a lead, by its lead, by its referral, and from the case's own end. */
const FROM_THE_LEAD = operation<{
  aidLead: { caseNumber: string | null; case: object | null; referral: { case: { number: string } | null } } | null;
}>('query FromTheLead($id: ID!) { aidLead(id: $id) { caseNumber case { number } referral { case { number } } } }');
const FROM_THE_CASE = operation<{
  case: { aidLeads: object[] | null; referrals: { id: string }[] | null; timeline: { what: string }[] } | null;
}>(`query FromTheCase($id: ID!) {
  case(id: $id) { aidLeads { id } referrals { id } timeline { what referral { id } } }
}`);

describe('the case behind a lead', () => {
  let system: TestSystem;
  let officer: Asker;
  let aidLeadId: string;
  let referral: string;
  let caseId: string;

  before(async () => {
    system = await startSystem();
    officer = await system.people.as('womens-federation.shenyang.officer');
    aidLeadId = await referredLead(system, officer);
    referral = await referralOf(officer, aidLeadId);
    const federation = connectDatabase(system.databaseUrls['womens-federation'] as string, 1);
    caseId = (await federation('aid_leads').where({ id: aidLeadId }).first('case_id')).caseId;
    await federation.destroy();
  });
  after(() => system.stop());

  async function ways(asker: Asker) {
    const lead = (await asker.answer(FROM_THE_LEAD, { id: aidLeadId })).data?.aidLead;
    const found = (await asker.answer(FROM_THE_CASE, { id: caseId })).data?.case;
    return {
      number: lead?.caseNumber != null,
      case: lead?.case != null,
      'case of the referral': lead?.referral.case != null,
      'leads of the case': (found?.aidLeads?.length ?? 0) > 0,
      'referrals of the case': found?.referrals?.some(({ id }) => id === referral) ?? false,
      'steps in the timeline': found?.timeline.some(({ what }) => what === 'SEND') ?? false,
    };
  }
  const NONE = {
    number: false,
    case: false,
    'case of the referral': false,
    'leads of the case': false,
    'referrals of the case': false,
    'steps in the timeline': false,
  };

  it('stays closed by every way to prosecutors who name no referral, and to those whose role reads under none', async () => {
    for (const username of ['prosecutors.shenyang.prosecutor', 'prosecutors.shenyang.leader'])
      assert.deepEqual(await ways(await system.people.as(username)), NONE, username);
    const leader = (await system.people.as('prosecutors.shenyang.leader')).under(referral);
    assert.deepEqual(await ways(leader), NONE, 'the leader, who names it');
  });

  it('opens to the receiver under the referral, and every reading of the ledger leaves a trace', async () => {
    const prosecutor = (await system.people.as('prosecutors.shenyang.prosecutor')).under(referral);
    assert.deepEqual(await ways(prosecutor), {
      number: true,
      case: true,
      'case of the referral': true,
      'leads of the case': true,
      'referrals of the case': true,
      'steps in the timeline': false,
    });
    const exchange = connectDatabase(system.databaseUrls.exchange as string, 1);
    const rows = await exchange('disclosures').where({ recordType: 'Referral', recordId: referral });
    await exchange.destroy();
    assert.ok(rows.some(({ fields, username }) => fields.includes('case') && username.includes('prosecutor')));
  });

  it('is its sender’s own to the federation, but for its auditors', async () => {
    assert.deepEqual(await ways(officer), {
      number: true,
      case: true,
      'case of the referral': true,
      'leads of the case': true,
      // Others’ referrals about a case are no more the sender’s than they are anybody’s.
      'referrals of the case': false,
      'steps in the timeline': true,
    });
    const auditor = createDirect(system);
    const query = 'query ($id: ID!) { referral(id: $id) { id case { number } } case(id: $case) { timeline { what } } }';
    const { data } = await auditor.ask(
      'exchange',
      query.replace('$id: ID!', '$id: ID!, $case: ID!'),
      { id: referral, case: caseId },
      { agency: 'WOMENS_FEDERATION', roles: ['auditor'] },
    );
    assert.deepEqual(data, { referral: { id: referral, case: null }, case: { timeline: [] } });
  });
});
