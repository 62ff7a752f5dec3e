import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Knex } from 'knex';
import type { Asker } from '../../demo/story/people.ts';
import { verifyTrails } from '../../runtime/auditTrails.ts';
import * as operations from '../../schema/generated/operations.ts';
import { verifyLedger } from '../../subgraphs/exchange/relay/ledger/verifyLedger.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { accept, acceptedLead, createLead, freshKey, referralOf, referredLead, step, until } from '../harness/leads.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

describe('one lead has one open referral', () => {
  let system: TestSystem;
  let officer: Asker;
  let supervisor: Asker;
  let prosecutor: Asker;
  let federation: Knex;
  let exchange: Knex;

  before(async () => {
    system = await startSystem();
    officer = await system.people.as('womens-federation.shenyang.officer');
    supervisor = await system.people.as('womens-federation.shenyang.supervisor');
    prosecutor = await system.people.as('prosecutors.shenyang.prosecutor');
    federation = connectDatabase(system.databaseUrls['womens-federation'] as string, 1);
    exchange = connectDatabase(system.databaseUrls.exchange as string, 1);
  });
  after(async () => {
    await Promise.all([federation.destroy(), exchange.destroy()]);
    await system.stop();
  });

  const refer = (who: Asker, aidLeadId: string, expectedVersion = 0) =>
    who.ask(operations.ReferAidLeadDocument, { input: { ...freshKey(), aidLeadId, expectedVersion } });
  const referralsOf = (aidLeadId: string) =>
    exchange('referrals').where({ subjectId: aidLeadId }).orderBy('id').select('id', 'status');

  it('of two officers who refer a draft at the same moment one sends it, the other reads that it has changed', async () => {
    for (let round = 0; round < 8; round += 1) {
      const aidLeadId = await createLead(system, officer);
      const answers = await Promise.all([refer(officer, aidLeadId), refer(supervisor, aidLeadId)]);
      const sent = answers.filter(({ referAidLead }) => referAidLead.problems.length === 0);
      assert.deepEqual(
        sent.map(({ referAidLead }) => referAidLead.aidLead?.status),
        ['SENT'],
      );
      const [refused] = answers.flatMap(({ referAidLead }) => referAidLead.problems);
      assert.ok(refused?.__typename === 'TransitionConflict', JSON.stringify(refused));
      assert.deepEqual([refused.code, refused.currentStatus, refused.currentVersion], ['VERSION_CONFLICT', 'SENT', 1]);
      await until('received', async () => (await referralsOf(aidLeadId))[0]?.status === 'RECEIVED');
      assert.equal((await referralsOf(aidLeadId)).length, 1);
    }
  });

  /** As two officers left it when the database did not refuse it: an open referral beside the one that the lead follows. */
  async function referredTwice(firstOne: string, aidLeadId: string): Promise<{ orphan: string; attached: string }> {
    await federation('referrals').where({ id: firstOne }).update({ orphaned: true });
    await federation('aid_leads').where({ id: aidLeadId }).update({ referralId: null });
    const { aidLead } = await officer.ask(operations.LeadProgressDocument, { id: aidLeadId });
    const { referAidLead } = await refer(officer, aidLeadId, aidLead?.version);
    assert.deepEqual(referAidLead.problems, []);
    await until('both received', async () => {
      const referrals = await referralsOf(aidLeadId);
      return referrals.length === 2 && referrals.every(({ status }) => status !== 'SENT');
    });
    const [orphan, attached] = (await referralsOf(aidLeadId)).map(({ id }) => String(id));
    return { orphan: orphan as string, attached: attached as string };
  }
  /** audit:verify of the federation, of its referrals. */
  async function auditOfReferrals() {
    for await (const found of verifyTrails(system.config, ['womens-federation']))
      if (found.chain === 'referrals of womens-federation') return found;
    throw new Error('The referrals were not checked.');
  }
  const withdrawOrphans = () => federation.raw("select graphile_worker.add_job('withdraw-orphans')");

  it('the database refuses a second open referral of a lead', async () => {
    const aidLeadId = await referredLead(system, officer);
    const { id, ...row } = await federation('referrals').where({ subjectId: aidLeadId }).first();
    await assert.rejects(
      federation('referrals').insert({ ...row, id: id.replace(/.{12}$/, '0123456789ab') }),
      /one_open_referral/,
    );
  });

  it('referrals that were sent twice before are told apart by a migration: the lead’s own stays, the others are orphaned', async () => {
    const aidLeadId = await referredLead(system, officer);
    const first = await referralOf(officer, aidLeadId);
    const { orphan, attached } = await referredTwice(first, aidLeadId);
    const migration = (path: string) => readFileSync(new URL(`../../subgraphs/${path}`, import.meta.url), 'utf8');
    await federation
      .transaction(async (tx) => {
        await tx.raw('drop index one_open_referral');
        await tx.raw('alter table referrals drop column orphaned');
        // The one that was attached last is the lead's own, whichever has the greater id.
        await tx('aid_leads').where({ id: aidLeadId }).update({ referralId: orphan });
        await tx.raw(migration('kit/database/migrations/referrals/0003_one_open_referral.sql'));
        await tx.raw(migration('womens-federation/migrations/0004_orphaned_referrals.sql'));
        const rows = await tx('referrals').where({ subjectId: aidLeadId }).orderBy('id').pluck('orphaned');
        assert.deepEqual(rows, [false, true]);
        await tx('referrals').where({ id: attached }).update({ status: 'ACCEPTED' });
        await tx.raw('drop index one_open_referral');
        await tx.raw('alter table referrals drop column orphaned');
        await tx.raw(migration('kit/database/migrations/referrals/0003_one_open_referral.sql'));
        await tx.raw(migration('womens-federation/migrations/0004_orphaned_referrals.sql'));
        const lead = await tx('aid_leads').where({ id: aidLeadId }).first('referral_id');
        assert.equal(lead.referralId, attached, 'the lead follows the one that was accepted');
        await tx.rollback();
      })
      .catch((error: Error) => {
        if (!/Transaction rejected/.test(error.message)) throw error;
      });
  });

  it('an orphan is named by audit:verify, withdrawn by the system, and then closed to its reader', async () => {
    const aidLeadId = await referredLead(system, officer);
    const { orphan, attached } = await referredTwice(await referralOf(officer, aidLeadId), aidLeadId);
    const named = await auditOfReferrals();
    assert.equal(named.intact, false);
    assert.match(String(named.fault), new RegExp(orphan));
    const window = async (referral: string) =>
      (await prosecutor.ask(operations.ReferralWindowDocument, { referral })).referralWindow;
    assert.ok(await window(orphan));
    await withdrawOrphans();
    await until('withdrawn in the ledger', async () => (await referralsOf(aidLeadId))[0]?.status === 'WITHDRAWN');
    assert.equal(await window(orphan), null);
    assert.ok(await window(attached));
    const { referral } = await prosecutor.ask(operations.ReferralViewDocument, { id: orphan });
    const last = referral?.history.at(-1);
    assert.deepEqual([last?.action, last?.reasonCode], ['WITHDRAW_DUPLICATE', 'DUPLICATE']);
    await until('the receiver knows', async () => {
      const { referral } = await prosecutor.ask(operations.ReferralSideOfProsecutorsDocument, { id: orphan });
      return referral?.prosecutorsSide?.status === 'WITHDRAWN';
    });
    assert.equal((await verifyLedger(exchange)).intact, true);
  });

  it('an orphan that was accepted takes its aid case with it, so that the lead can be accepted by its own referral', async () => {
    const { aidLeadId, aidCaseId } = await acceptedLead(system, officer, prosecutor);
    await until('accepted', async () => (await referralsOf(aidLeadId))[0]?.status === 'ACCEPTED');
    const { attached } = await referredTwice(await referralOf(officer, aidLeadId), aidLeadId);
    await withdrawOrphans();
    await until('the aid case ends', async () => {
      const { aidLead } = await prosecutor.ask(operations.ReferralSidesDocument, { id: aidLeadId });
      return aidLead?.aidCase?.status === 'CLOSED';
    });
    const { acceptAidLead } = await accept(prosecutor, aidLeadId);
    assert.deepEqual(acceptAidLead.problems, []);
    assert.notEqual(acceptAidLead.aidCase?.id, aidCaseId);
    await until('accepted in the ledger', async () => {
      const [, own] = await referralsOf(aidLeadId);
      return own?.id === attached && own.status === 'ACCEPTED';
    });
  });

  it('a concluded referral is not reopened beside an open one of the same lead', async () => {
    const prosecutors = connectDatabase(system.databaseUrls.prosecutors as string, 1);
    try {
      const { aidLeadId, aidCaseId } = await acceptedLead(system, officer, prosecutor);
      const chief = await system.people.as('prosecutors.shenyang.chief');
      const ended = await referralOf(prosecutor, aidLeadId);
      // Concluded at the prosecutors' side, while another referral of the lead is open there.
      await prosecutors('aid_cases').where({ id: aidCaseId }).update({ status: 'CLOSED' });
      await prosecutors('referrals').where({ id: ended }).update({ status: 'CONCLUDED' });
      const other = await prosecutors('referrals').where({ id: ended }).first();
      await prosecutors('referrals').insert({
        ...other,
        id: other.id.replace(/.{12}$/, 'ba9876543210'),
        status: 'RECEIVED',
      });
      const [problem] = (await step(chief, aidLeadId, { action: 'REOPEN', reasonCode: 'SITUATION_CHANGED' })).problems;
      assert.ok(problem?.__typename === 'TransitionConflict', JSON.stringify(problem));
      assert.equal(problem.code, 'REFERRAL_OPEN');
    } finally {
      await prosecutors.destroy();
    }
  });
});
