import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Knex } from 'knex';
import type { Asker } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { createDirect, type Direct } from '../harness/attack/direct.ts';
import { acceptedLead, freshKey, step, until } from '../harness/leads.ts';
import { recordWage } from '../harness/register.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

const CHIEF = 'prosecutors.shenyang.chief';

describe('whoever proposes aid does not decide on it', () => {
  let system: TestSystem;
  let direct: Direct;
  let db: Knex;
  let officer: Asker;
  let prosecutor: Asker;
  let chief: Asker;

  before(async () => {
    system = await startSystem();
    await recordWage(system.databaseUrls.prosecutors as string);
    direct = createDirect(system);
    // The agency's own login, as its server has it.
    db = connectDatabase(system.databaseUrls.prosecutors as string, 1);
    officer = await system.people.as('womens-federation.shenyang.officer');
    prosecutor = await system.people.as('prosecutors.shenyang.prosecutor');
    chief = await system.people.as(CHIEF);
  });
  after(async () => {
    // A connection on which something is being delivered keeps its server from ending for a minute.
    const exchange = connectDatabase(system.databaseUrls.exchange as string, 1);
    const unsent = () => db('outgoing_envelopes').where({ state: 'SUBMITTED' }).first('id');
    const undelivered = () => exchange('deliveries').where({ state: 'RELAYED' }).first('envelope_id');
    await until('all is delivered', async () => !(await unsent()) && !(await undelivered()));
    await Promise.all([db.destroy(), exchange.destroy()]);
    await system.stop();
  });

  let aidLeadId: string;
  async function proposedBy(who: Asker): Promise<string> {
    const accepted = await acceptedLead(system, officer, prosecutor);
    const { aidCaseId } = accepted;
    aidLeadId = accepted.aidLeadId;
    const input = { ...freshKey(), aidCaseId, expectedVersion: 1, amount: '1000', reason: '测试。' };
    assert.deepEqual((await who.ask(operations.ProposeAidDocument, { input })).proposeAid.problems, []);
    return aidCaseId;
  }
  const decision = (aidCaseId: string, approve = true) => ({
    input: { ...freshKey(), aidCaseId, expectedVersion: 2, approve, reason: '同意。' },
  });
  /** Decides as a user of that name, with these roles. */
  async function decidedAs(sub: string, roles: string[], aidCaseId: string, approve = true): Promise<string> {
    const query = `mutation ($input: DecideAidInput!) { decideAid(input: $input) { aidCase { status } problems { code } } }`;
    const { data } = await direct.ask<{
      decideAid: { aidCase: { status: string } | null; problems: { code: string }[] };
    }>('prosecutors', query, decision(aidCaseId, approve), { sub, agency: 'PROSECUTORS', roles });
    return data?.decideAid.aidCase?.status ?? data?.decideAid.problems[0]?.code ?? 'failed';
  }

  it('neither to approve nor to refuse, nor with two roles at once', async () => {
    const aidCaseId = await proposedBy(chief);
    assert.equal(await decidedAs(CHIEF, ['supervisor'], aidCaseId), 'FOUR_EYES');
    assert.equal(await decidedAs(CHIEF, ['supervisor'], aidCaseId, false), 'FOUR_EYES');
    assert.equal(await decidedAs(CHIEF, ['officer', 'supervisor'], aidCaseId), 'FOUR_EYES');
    assert.equal(await decidedAs('prosecutors.shenyang.prosecutor', ['officer'], aidCaseId), 'NOT_PERMITTED');
    assert.equal(await decidedAs('prosecutors.shenyang.deputy', ['supervisor'], aidCaseId), 'APPROVED');
  });

  it('nor under the same name in other letters', async () => {
    const aidCaseId = await proposedBy(chief);
    const names = [
      CHIEF.toUpperCase(),
      'Prosecutors.Shenyang.Chief',
      ` ${CHIEF} `,
      CHIEF.replace('chief', 'ｃｈｉｅｆ'),
    ];
    for (const name of names) {
      assert.equal(await decidedAs(name, ['supervisor'], aidCaseId), 'FOUR_EYES', JSON.stringify(name));
      const update = db('aid_cases').where({ id: aidCaseId }).update({ decidedBy: name });
      await assert.rejects(update, /whoever_proposes_does_not_decide/, JSON.stringify(name));
    }
    const query = '{ aidCase(id: "ID") { availableActions } }'.replace('ID', aidCaseId);
    const offered = async (sub: string) => {
      const viewer = { sub, agency: 'PROSECUTORS', roles: ['supervisor'] };
      const { data } = await direct.ask<{ aidCase: { availableActions: string[] } }>('prosecutors', query, {}, viewer);
      return data?.aidCase.availableActions.includes('decideAid');
    };
    assert.deepEqual(
      [await offered(CHIEF.toUpperCase()), await offered('somebody.else')],
      [false, true],
      'nor offered',
    );
  });

  it('nor by a statement of the agency’s own login', async () => {
    const aidCaseId = await proposedBy(chief);
    const ours = () => db('aid_cases').where({ id: aidCaseId });
    const approved = { status: 'APPROVED', approved: true, approvedAmount: '1000.00', decidedAt: new Date() };
    await assert.rejects(ours().update({ ...approved, decidedBy: CHIEF }), /whoever_proposes_does_not_decide/);
    const both = { proposedBy: 'somebody.else', decidedBy: 'somebody.else' };
    await assert.rejects(ours().update({ ...approved, ...both }), /whoever_proposes_does_not_decide/);
    assert.deepEqual(await ours().first('status', 'decided_by'), { status: 'PROPOSED', decidedBy: null });
  });

  it('but whoever decided before may propose once it is taken up again, and then somebody else decides', async () => {
    const aidCaseId = await proposedBy(prosecutor);
    const at = (expectedVersion: number) => ({ ...freshKey(), aidCaseId, expectedVersion });
    assert.deepEqual(
      (await chief.ask(operations.DecideAidDocument, decision(aidCaseId, false))).decideAid.problems,
      [],
    );
    await prosecutor.ask(operations.ConcludeAidLeadDocument, { input: { ...at(3), feedback: '不予救助。' } });
    await step(chief, aidLeadId, { action: 'REOPEN', reasonCode: 'SITUATION_CHANGED' });
    const { proposeAid } = await chief.ask(operations.ProposeAidDocument, {
      input: { ...at(5), amount: '500', reason: '情况变化。' },
    });
    assert.deepEqual([proposeAid.problems, proposeAid.aidCase?.status], [[], 'PROPOSED']);
    const { decideAid } = await chief.ask(operations.DecideAidDocument, {
      input: { ...at(6), approve: true, reason: '同意。' },
    });
    assert.equal(decideAid.problems[0]?.code, 'FOUR_EYES');
  });
});
