import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Asker } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { verifyLedger } from '../../subgraphs/exchange/relay/ledger/verifyLedger.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { accept, acceptedLead, freshKey, referredLead, sideOf, step, until } from '../harness/leads.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

const DALIAN = '210200';
const ONWARD = { action: 'REFER_ONWARD', reasonCode: 'NOT_COMPETENT', text: '案件由大连市院办理。', toRegion: DALIAN };

describe('a lead that is referred onward to the procuratorate of another region', () => {
  let system: TestSystem;
  let officer: Asker;
  let shenyang: Asker;
  let dalian: Asker;
  let dalianChief: Asker;

  before(async () => {
    system = await startSystem();
    officer = await system.people.as('womens-federation.shenyang.officer');
    shenyang = await system.people.as('prosecutors.shenyang.prosecutor');
    dalian = await system.people.as('prosecutors.dalian.prosecutor');
    dalianChief = await system.people.as('prosecutors.dalian.chief');
  });
  after(() => system.stop());

  const view = async (who: Asker, id: string) => (await who.ask(operations.ReferralViewDocument, { id })).referral;
  const actionsOf = async (who: Asker, id: string) => {
    const { referral } = await who.ask(operations.ReferralActionsDocument, { id });
    return referral?.prosecutorsSide ?? null;
  };
  const progress = async (id: string) => (await officer.ask(operations.LeadProgressDocument, { id })).aidLead;
  /** The referral that goes on in the place of an old one, once it has arrived. */
  const nextOf = async (old: string): Promise<string> => {
    let next: string | undefined;
    await until('the new referral has arrived', async () => {
      const children = (await view(officer, old))?.children ?? [];
      next = children.find(({ status }) => status === 'RECEIVED')?.id;
      return next !== undefined;
    });
    return next as string;
  };
  const acceptReferral = async (who: Asker, referralId: string, expectedVersion: number) => {
    const input = { ...freshKey(), referralId, expectedVersion };
    return (await who.ask(operations.AcceptAidLeadDocument, { input })).acceptAidLead;
  };

  it('ends where it was, is worked on there, and its feedback comes to the federation', async () => {
    const aidLeadId = await referredLead(system, officer);
    const { referralId: old } = await sideOf(shenyang, aidLeadId);
    const offered = (await actionsOf(shenyang, old))?.availableActions.find(({ action }) => action === ONWARD.action);
    assert.equal(offered?.operation, 'prosecutorsReferralStep');
    assert.deepEqual(
      ['reasonCode', 'toAgency', 'toRegion'].filter((name) => !offered?.inputs.includes(name)),
      [],
    );
    const { problems, side } = await step(shenyang, aidLeadId, ONWARD);
    assert.deepEqual([problems, side?.status, side?.availableActions], [[], 'REFERRED_ONWARD', []]);

    const next = await nextOf(old);
    const ended = await view(officer, old);
    assert.equal(ended?.status, 'REFERRED_ONWARD');
    assert.equal(ended?.history.find(({ action }) => action === 'REFER_ONWARD')?.reasonCode, 'NOT_COMPETENT');
    const goesOn = await view(officer, next);
    assert.deepEqual(
      [goesOn?.parent?.id, goesOn?.hops, goesOn?.from.code, goesOn?.to.code, goesOn?.returnLoop],
      [old, 1, 'WOMENS_FEDERATION', 'PROSECUTORS', false],
    );
    assert.deepEqual(
      goesOn?.history.map(({ action, agency }) => `${action} ${agency.code}`),
      ['SEND PROSECUTORS', 'RECEIVE PROSECUTORS'],
    );
    const [deadline] = goesOn?.deadlines ?? [];
    assert.deepEqual([deadline?.step, deadline?.state], ['ACCEPT', 'OPEN']);
    assert.ok(deadline && goesOn && new Date(deadline.dueAt) > new Date(goesOn.sentAt));
    assert.equal(await view(shenyang, next), null, 'the region that gave it away does not see it');
    assert.equal((await progress(aidLeadId))?.status, 'RECEIVED', 'the lead follows the new referral');

    const refused = await acceptReferral(shenyang, old, 3);
    assert.equal(refused.problems[0]?.code, 'STATUS_CONFLICT');
    const { aidCase, problems: none } = await acceptReferral(dalian, next, 2);
    assert.deepEqual(none, []);
    assert.ok(aidCase);
    const { id: aidCaseId } = aidCase;
    const propose = { ...freshKey(), aidCaseId, expectedVersion: 1, aid: false, reason: '已获赔偿。' };
    assert.deepEqual((await dalian.ask(operations.ProposeAidDocument, { input: propose })).proposeAid.problems, []);
    const decide = { ...freshKey(), aidCaseId, expectedVersion: 2, approve: true, reason: '同意。' };
    assert.deepEqual((await dalianChief.ask(operations.DecideAidDocument, { input: decide })).decideAid.problems, []);
    const conclude = { ...freshKey(), aidCaseId, expectedVersion: 3, feedback: '不予救助，已说明理由。' };
    const concluded = await dalian.ask(operations.ConcludeAidLeadDocument, { input: conclude });
    assert.deepEqual(concluded.concludeAidLead.problems, []);
    await until('the feedback has arrived', async () => (await progress(aidLeadId))?.status === 'CONCLUDED');
    assert.deepEqual((await step(officer, aidLeadId, { action: 'ACKNOWLEDGE' })).problems, []);

    const exchange = connectDatabase(system.databaseUrls.exchange as string, 1);
    const { intact } = await verifyLedger(exchange).finally(() => exchange.destroy());
    assert.ok(intact, 'the ledger and the referrals agree');
  });

  it('after it was accepted ends the aid case, and the next one opens its own', async () => {
    const { aidLeadId } = await acceptedLead(system, officer, shenyang);
    const { referralId: old } = await sideOf(shenyang, aidLeadId);
    assert.deepEqual((await step(shenyang, aidLeadId, ONWARD)).problems, []);
    const next = await nextOf(old);
    assert.deepEqual((await acceptReferral(dalian, next, 2)).problems, []);
  });

  it('can be withdrawn by the federation, which stays its sender', async () => {
    const aidLeadId = await referredLead(system, officer);
    const { referralId: old } = await sideOf(shenyang, aidLeadId);
    await step(shenyang, aidLeadId, ONWARD);
    const next = await nextOf(old);
    await until('received', async () => (await progress(aidLeadId))?.status === 'RECEIVED');
    assert.deepEqual(
      (await step(officer, aidLeadId, { action: 'WITHDRAW', reasonCode: 'PERSON_DECLINES' })).problems,
      [],
    );
    await until('withdrawn', async () => (await actionsOf(dalian, next))?.status === 'WITHDRAWN');
  });

  it('is refused where the target is not one, and without a reason', async () => {
    const aidLeadId = await referredLead(system, officer);
    const refusal = async (changes: object) => {
      const [problem] = (await step(shenyang, aidLeadId, { ...ONWARD, ...changes })).problems;
      return problem?.__typename === 'InvalidInput' ? [problem.code, problem.path.at(-1)] : null;
    };
    assert.deepEqual(await refusal({ toAgency: 'COURTS' }), ['RECEIVER_UNKNOWN', 'toAgency']);
    assert.deepEqual(await refusal({ toAgency: 'PETITIONS' }), ['RECEIVER_UNKNOWN', 'toAgency']);
    assert.deepEqual(await refusal({ toRegion: '210100' }), ['RECEIVER_IS_SENDER', 'toRegion']);
    assert.deepEqual(await refusal({ toRegion: undefined }), ['RECEIVER_IS_SENDER', 'toRegion']);
    assert.deepEqual(await refusal({ reasonCode: undefined }), ['REASON_REQUIRED', 'reasonCode']);
    assert.equal((await refusal({ toRegion: '999999' }))?.[1], 'toRegion');
    assert.deepEqual((await step(shenyang, aidLeadId, { action: 'RETURN', reasonCode: 'INCOMPLETE' })).problems, []);
  });

  it('twice with one key goes onward once', async () => {
    const aidLeadId = await referredLead(system, officer);
    const { referralId: old } = await sideOf(shenyang, aidLeadId);
    const key = freshKey();
    const again = { ...ONWARD, ...key, referralId: old, expectedVersion: 2 };
    const answers = await Promise.all([step(shenyang, aidLeadId, again), step(shenyang, aidLeadId, again)]);
    answers.push(await step(shenyang, aidLeadId, again));
    for (const { problems, side } of answers) assert.deepEqual([problems, side?.version], [[], 3]);
    await nextOf(old);
    assert.equal((await view(officer, old))?.children.length, 1);
  });

  it('while it is accepted: one of the two wins', async () => {
    const aidLeadId = await referredLead(system, officer);
    const { referralId: old } = await sideOf(shenyang, aidLeadId);
    const onward = step(shenyang, aidLeadId, { ...ONWARD, referralId: old, expectedVersion: 2 });
    const [{ acceptAidLead }, stepped] = await Promise.all([accept(shenyang, aidLeadId, 2), onward]);
    const codes = [acceptAidLead.problems[0]?.code ?? 'done', stepped.problems[0]?.code ?? 'done'];
    assert.deepEqual(codes.toSorted(), ['VERSION_CONFLICT', 'done']);
  });

  it('while the federation withdraws it: the ledger decides, and nothing goes on of what was withdrawn', async () => {
    const aidLeadId = await referredLead(system, officer);
    const { referralId: old } = await sideOf(shenyang, aidLeadId);
    await system.stopPart('worker');
    await step(shenyang, aidLeadId, ONWARD);
    await step(officer, aidLeadId, { action: 'WITHDRAW', reasonCode: 'PERSON_DECLINES' });
    await system.startPart('worker');
    await until('both agree', async () => {
      const side = await actionsOf(shenyang, old);
      return side?.status === (await view(officer, old))?.status && side?.version === 3;
    });
    const { status, children } = (await view(officer, old)) ?? {};
    if (status === 'WITHDRAWN') assert.deepEqual(children, []);
    else {
      assert.equal(status, 'REFERRED_ONWARD');
      await nextOf(old);
    }
  });
});
