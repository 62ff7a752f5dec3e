import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Knex } from 'knex';
import * as operations from '../../schema/generated/operations.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { underName } from '../harness/attack/renamed.ts';
import { acceptedLead, freshKey, leadInput, until } from '../harness/leads.ts';
import { recordWage } from '../harness/register.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

const OFFICER = 'womens-federation.shenyang.officer';
const CHIEF = 'prosecutors.shenyang.chief';
/** The least that the configuration takes. */
const SHARE = 10;

describe('a user who is given another name stays who they are', () => {
  let system: TestSystem;
  let prosecutors: Knex;
  let womensFederation: Knex;
  before(async () => {
    system = await startSystem();
    await recordWage(system.databaseUrls.prosecutors as string);
    prosecutors = connectDatabase(system.databaseUrls.prosecutors as string, 1);
    womensFederation = connectDatabase(system.databaseUrls['womens-federation'] as string, 1);
  });
  after(async () => {
    // A connection on which something is being delivered keeps its server from ending for a minute.
    const exchange = connectDatabase(system.databaseUrls.exchange as string, 1);
    const unsent = () => prosecutors('outgoing_envelopes').where({ state: 'SUBMITTED' }).first('id');
    const undelivered = () => exchange('deliveries').where({ state: 'RELAYED' }).first('envelope_id');
    await until('all is delivered', async () => !(await unsent()) && !(await undelivered()));
    await Promise.all([prosecutors.destroy(), womensFederation.destroy(), exchange.destroy()]);
    await system.stop();
  });

  it('and decides on no aid that they proposed under the old one', async () => {
    const officer = await system.people.as(OFFICER);
    const { aidCaseId } = await acceptedLead(
      system,
      officer,
      await system.people.as('prosecutors.shenyang.prosecutor'),
    );
    const propose = { ...freshKey(), aidCaseId, expectedVersion: 1, amount: '1000', reason: '测试。' };
    const before = await underName(system, CHIEF, 'chief.before');
    const { data: proposed } = await before(operations.ProposeAidDocument, { input: propose });
    assert.deepEqual(proposed?.proposeAid.problems, []);
    const after = await underName(system, CHIEF, 'chief.after');
    const decide = { ...freshKey(), aidCaseId, expectedVersion: 2, approve: true, reason: '同意。' };
    const { data: decided } = await after(operations.DecideAidDocument, { input: decide });
    assert.equal(decided?.decideAid.problems[0]?.code, 'FOUR_EYES');
    const row = await prosecutors('aid_cases').where({ id: aidCaseId }).first('proposed_by');
    assert.deepEqual(row, { proposedBy: CHIEF });
    const events = await prosecutors('referral_events').where({ note: 'PROPOSED' }).select('username');
    assert.deepEqual(events, [{ username: 'chief.before' }], 'the history has the name that people knew');
  });

  it('and keeps their idempotency keys, which whoever has the old name next does not get', async () => {
    const input = await leadInput(system);
    const record = async (subject: string, name: string) => {
      const ask = await underName(system, subject, name);
      const { data } = await ask(operations.CreateAidLeadDocument, { input });
      return data?.createAidLead.aidLead?.id;
    };
    const first = await record(OFFICER, 'officer.old');
    assert.ok(first);
    assert.equal(await record(OFFICER, 'officer.new'), first, 'done once');
    const others = await record('womens-federation.shenhe.officer', 'officer.old');
    assert.notEqual(others, first);
  });

  it('and is one reader in the trail, by their subject', async () => {
    const { data } = await (await underName(system, OFFICER, 'officer.old'))(operations.CreateAidLeadDocument, {
      input: await leadInput(system),
    });
    const aidLeadId = data?.createAidLead.aidLead?.id ?? '';
    const refer = { ...freshKey(), aidLeadId, expectedVersion: 0 };
    await (await system.people.as(OFFICER)).ask(operations.ReferAidLeadDocument, { input: refer });
    for (const name of ['reader.old', 'reader.new']) {
      const reader = await underName(system, 'prosecutors.shenyang.prosecutor', name);
      assert.ok((await reader(operations.LeadReferralDocument, { id: aidLeadId })).data?.aidLead);
    }
    const rows = await womensFederation('disclosures')
      .where({ recordId: aidLeadId })
      .orderBy('seq')
      .select('subject', 'username');
    const subject = 'prosecutors.shenyang.prosecutor';
    assert.deepEqual(rows, [
      { subject, username: 'reader.old' },
      { subject, username: 'reader.new' },
    ]);
  });
});

describe('at the door', () => {
  let system: TestSystem;
  before(async () => {
    system = await startSystem({
      parts: ['identity', 'exchange', 'gateway'],
      env: { LIMITS_USER_PER_MINUTE: String(SHARE) },
    });
  });
  after(() => system.stop());

  it('a new name brings no new share of the minute', async () => {
    const ask = async (name: string) => {
      const { errors } = await (await underName(system, OFFICER, name))(operations.ViewerDocument, {});
      return errors?.[0]?.extensions?.code ?? 'answered';
    };
    for (let each = 1; each <= SHARE; each += 1) assert.equal(await ask(`name.${each}`), 'answered');
    assert.equal(await ask('name.last'), 'RATE_LIMITED');
  });
});
