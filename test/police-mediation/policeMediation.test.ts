import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { Asker } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { freshKey, until } from '../harness/leads.ts';
import { inventedIdNumber } from '../harness/register.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

const UNIT = '210102000000';
const HOUR_MS = 3_600_000;

describe('a dispute of an incident that is handed over for mediation', () => {
  let system: TestSystem;
  let police: Knex;
  let justice: Knex;
  let officer: Asker;
  let bureau: Asker;
  let elsewhere: Asker;
  const organisationId = uuidv7();
  const mediatorId = uuidv7();
  let serial = 0;

  before(async () => {
    system = await startSystem();
    police = connectDatabase(system.databaseUrls.police as string, 1);
    justice = connectDatabase(system.databaseUrls.justice as string, 1);
    officer = await system.people.as('police.shenyang.officer');
    bureau = await system.people.as('justice.shenyang.officer');
    elsewhere = await system.people.as('justice.dalian.officer');
    const unit = { code: UNIT, name: '测试派出所', kind: 'STATION', regionCode: '210102' };
    await police('policeUnits').insert(unit).onConflict('code').ignore();
    const code = `测试${process.pid}`;
    await justice('mediationOrganisations').insert({
      id: organisationId,
      code,
      name: '测试调解中心',
      kind: 'DISTRICT_CENTRE',
      regionCode: '210102',
    });
    await justice('mediators').insert({ id: mediatorId, organisationId, name: '测试调解员', fullTime: true });
  });
  after(async () => {
    await Promise.all([police.destroy(), justice.destroy()]);
    await system.stop();
  });

  const addIncident = async (more: object = {}): Promise<string> => {
    serial += 1;
    const id = uuidv7();
    await police('incidents').insert({
      id,
      number: `J${UNIT}20260105${String(9_000 + serial)}`,
      kind: 'DISPUTE',
      category: 'NEIGHBOUR_DISPUTE',
      status: 'HANDLING',
      regionCode: '210102',
      unitCode: UNIT,
      reportedAt: new Date(),
      ...more,
    });
    return id;
  };
  const disputeInput = (incidentId: string) => {
    serial += 1;
    const party = (name: string, offset: number) => ({
      name,
      idNumber: inventedIdNumber(60_000 + serial * 2 + offset),
    });
    return {
      ...freshKey(),
      incidentId,
      kind: 'NEIGHBOURS' as const,
      summary: '楼上漏水，双方争执。',
      parties: [party('测试甲', 0), { ...party('测试乙', 1), phone: '13800000000' }],
    };
  };
  const refer = async (incidentId: string, changes: object = {}) => {
    const input = { ...disputeInput(incidentId), ...changes };
    return (await officer.ask(operations.ReferDisputeDocument, { input })).referDispute;
  };
  const incidentOf = async (incident: string) =>
    (await officer.ask(operations.DisputeViewDocument, { incident })).incident;
  const work = async (referral: string, who = bureau) =>
    (await who.ask(operations.MediationViewDocument, { referral })).referral;
  /** A dispute that was handed over and has arrived. */
  const referred = async (): Promise<{ incidentId: string; referralId: string }> => {
    const incidentId = await addIncident();
    const { dispute, problems } = await refer(incidentId);
    assert.deepEqual(problems, []);
    const referralId = dispute?.referral.id as string;
    await until('it has arrived', async () => (await work(referralId))?.justiceSide?.status === 'RECEIVED');
    await statusIs(incidentId, 'RECEIVED');
    return { incidentId, referralId };
  };
  const statusIs = (incidentId: string, status: string) =>
    until(`the police hold ${status}`, async () => (await incidentOf(incidentId))?.dispute?.status === status);
  const accept = async (referralId: string, changes: object = {}) => {
    const input = { ...freshKey(), referralId, expectedVersion: 2, organisationId, mediatorId, ...changes };
    return (await bureau.ask(operations.AcceptMediationDocument, { input })).acceptMediation;
  };
  const accepted = async () => {
    const made = await referred();
    const { mediation, problems } = await accept(made.referralId);
    assert.deepEqual(problems, []);
    return { ...made, mediationId: mediation?.id as string };
  };
  const session = async (mediationId: string, expectedVersion: number) => {
    const held = {
      heldAt: new Date(Date.now() - HOUR_MS).toISOString(),
      place: '测试调解室',
      participants: '双方当事人',
    };
    const input = { ...freshKey(), mediationId, expectedVersion, ...held, note: '双方同意修缮。' };
    return (await bureau.ask(operations.RecordMediationSessionDocument, { input })).recordMediationSession;
  };
  const conclude = async (mediationId: string, expectedVersion: number, result: object) => {
    const input = { ...freshKey(), mediationId, expectedVersion, ...result };
    return (await bureau.ask(operations.ConcludeMediationDocument, { input })).concludeMediation;
  };
  const policeStep = async (incidentId: string, action: string, more: object = {}) => {
    const referral = (await incidentOf(incidentId))?.dispute?.referral;
    const version = referral?.policeSide?.version ?? 0;
    const input = { ...freshKey(), referralId: referral?.id as string, action, expectedVersion: version, ...more };
    return (await officer.ask(operations.PoliceReferralStepDocument, { input })).policeReferralStep;
  };
  const bureauStep = async (referralId: string, action: string, more: object = {}) => {
    const version = (await work(referralId))?.justiceSide?.version ?? 0;
    const input = { ...freshKey(), referralId, action, expectedVersion: version, ...more };
    return (await bureau.ask(operations.JusticeReferralStepDocument, { input })).justiceReferralStep;
  };

  it('is assigned within 24 hours, mediated and agreed, and the result comes back to the police', async () => {
    const { incidentId, referralId } = await referred();
    assert.equal((await incidentOf(incidentId))?.status, 'TRANSFERRED');
    const arrived = await work(referralId);
    const [deadline] = arrived?.deadlines ?? [];
    assert.deepEqual([deadline?.step, deadline?.state], ['ACCEPT', 'OPEN']);
    assert.equal(
      new Date(deadline?.dueAt as string).getTime() - new Date(arrived?.sentAt as string).getTime(),
      24 * HOUR_MS,
    );
    assert.equal(arrived?.mediationRequest?.summary, '楼上漏水，双方争执。');
    assert.deepEqual(
      arrived?.mediationRequest?.parties.map(({ name, idNumber }) => [name, /^\d{6}\*{12}$/.test(idNumber)]),
      [
        ['测试甲', true],
        ['测试乙', true],
      ],
    );
    const accepting = arrived?.justiceSide?.availableActions.find(({ action }) => action === 'ACCEPT');
    assert.equal(accepting?.operation, 'acceptMediation');

    const { mediation } = await accept(referralId);
    assert.equal(mediation?.status, 'ASSIGNED');
    const mediationId = mediation?.id as string;
    await statusIs(incidentId, 'ACCEPTED');
    assert.equal((await incidentOf(incidentId))?.dispute?.organisation, '测试调解中心');
    assert.equal((await incidentOf(incidentId))?.dispute?.mediator, '测试调解员');

    const early = await conclude(mediationId, 1, { agreement: { content: '太早。' } });
    assert.equal(early.problems[0]?.code, 'STATUS_CONFLICT', 'an agreement comes of a session');
    assert.deepEqual((await session(mediationId, 1)).problems, []);
    assert.deepEqual((await session(mediationId, 2)).problems, []);
    assert.equal((await session(mediationId, 2)).problems[0]?.code, 'VERSION_CONFLICT');
    await statusIs(incidentId, 'IN_PROGRESS');
    const agreement = { content: '楼上一方负责修缮并赔偿。', amount: '3000.00', performBy: '2027-03-01' };
    assert.deepEqual((await conclude(mediationId, 3, { agreement })).problems, []);
    const done = (await work(referralId))?.mediation;
    assert.deepEqual([done?.status, done?.agreementAmount, done?.sessions?.length], ['AGREED', '3000.00', 2]);
    assert.equal(done?.agreement?.content, agreement.content);

    await statusIs(incidentId, 'CONCLUDED');
    const incident = await incidentOf(incidentId);
    assert.equal(incident?.status, 'CLOSED');
    const { outcome, amount, performBy, agreement: content } = incident?.dispute?.result ?? {};
    assert.deepEqual([outcome, amount, performBy, content], ['AGREED', '3000.00', '2027-03-01', agreement.content]);
    assert.equal((await policeStep(incidentId, 'ACKNOWLEDGE')).side?.status, 'ACKNOWLEDGED');
  });

  it('that fails comes back with its reason, and the incident is handled on', async () => {
    const { incidentId, mediationId } = await accepted();
    assert.equal((await conclude(mediationId, 1, {})).problems[0]?.code, 'REQUIRED');
    assert.deepEqual((await conclude(mediationId, 1, { failureReason: '一方拒绝调解。' })).problems, []);
    await statusIs(incidentId, 'CONCLUDED');
    const incident = await incidentOf(incidentId);
    assert.deepEqual([incident?.status, incident?.dispute?.result?.outcome], ['HANDLING', 'FAILED']);
    assert.equal(incident?.dispute?.result?.failureReason, '一方拒绝调解。');
  });

  it('that is returned is handled on, and can be handed over again', async () => {
    const { incidentId, referralId } = await referred();
    assert.deepEqual((await bureauStep(referralId, 'RETURN', { reasonCode: 'INCOMPLETE' })).problems, []);
    await statusIs(incidentId, 'RETURNED');
    assert.equal((await incidentOf(incidentId))?.status, 'HANDLING');
    const { dispute, problems } = await refer(incidentId);
    assert.deepEqual(problems, []);
    assert.notEqual(dispute?.referral.id, referralId);
  });

  it('is withdrawn before its acceptance, and afterwards with the bureau’s consent, which ends the mediation', async () => {
    const early = await referred();
    const declines = { reasonCode: 'PERSON_DECLINES' };
    assert.deepEqual((await policeStep(early.incidentId, 'WITHDRAW', declines)).problems, []);
    assert.equal((await incidentOf(early.incidentId))?.status, 'HANDLING');

    const { incidentId, referralId } = await accepted();
    await statusIs(incidentId, 'ACCEPTED');
    assert.deepEqual((await policeStep(incidentId, 'REQUEST_WITHDRAWAL', declines)).problems, []);
    const isAsked = async () => (await work(referralId))?.justiceSide?.withdrawalRequest?.outcome === 'OPEN';
    await until('the request has arrived', isAsked);
    assert.deepEqual((await bureauStep(referralId, 'AGREE_WITHDRAWAL')).problems, []);
    assert.equal((await work(referralId))?.mediation?.status, 'WITHDRAWN');
    await statusIs(incidentId, 'WITHDRAWN');
    assert.equal((await incidentOf(incidentId))?.status, 'HANDLING');
  });

  it('is handed over once: what does not fit is a problem, and nothing is sent', async () => {
    const incidentId = await addIncident();
    const code = async (id: string, changes: object = {}) => (await refer(id, changes)).problems[0]?.code;
    const { parties } = disputeInput(incidentId);
    assert.equal(await code(incidentId, { parties: parties.slice(1) }), 'OUT_OF_RANGE');
    assert.equal(await code(incidentId, { parties: [parties[0], parties[0]] }), 'PARTY_TWICE');
    assert.equal(await code(incidentId, { summary: '' }), 'REQUIRED');
    assert.equal(await code(await addIncident({ kind: 'CRIMINAL', category: 'THEFT' })), 'NOT_A_DISPUTE');
    assert.equal(await code(await addIncident({ status: 'CLOSED' })), 'STATUS_CONFLICT');
    assert.equal(await code(uuidv7()), 'NOT_FOUND');
    assert.equal((await incidentOf(incidentId))?.dispute, null);
    const key = freshKey();
    const input = { ...disputeInput(incidentId), ...key };
    const ask = async () => (await officer.ask(operations.ReferDisputeDocument, { input })).referDispute;
    const [one, two] = await Promise.all([ask(), ask()]);
    assert.deepEqual([one.problems, two.problems], [[], []]);
    assert.equal(one.dispute?.id, two.dispute?.id);
    assert.equal(await code(incidentId), 'STATUS_CONFLICT');
  });

  it('that is referred onward follows the referral that goes on', async () => {
    const { incidentId, referralId } = await referred();
    const onward = { reasonCode: 'NOT_COMPETENT', toRegion: '210202' };
    assert.deepEqual((await bureauStep(referralId, 'REFER_ONWARD', onward)).problems, []);
    const followed = async () => (await incidentOf(incidentId))?.dispute?.referral.id !== referralId;
    await until('the dispute follows the new referral', followed);
    await statusIs(incidentId, 'RECEIVED');
    const bodies = () => justice('receivedBodies').where({ referralId });
    await until('what was sent on is forgotten', async () => (await bodies()).length === 0);
  });

  it('is accepted once: whoever comes second sees a conflict, and no second mediation begins', async () => {
    const { referralId } = await accepted();
    const again = async (expectedVersion: number) =>
      (await accept(referralId, { expectedVersion })).problems.map(({ code }) => code);
    assert.deepEqual(await again(2), ['VERSION_CONFLICT']);
    assert.deepEqual(await again(3), ['STATUS_CONFLICT']);
    assert.equal((await justice('mediations').where({ referralId })).length, 1);
  });

  it('is seen by nobody of another region or agency', async () => {
    const { incidentId, referralId } = await accepted();
    assert.equal(await work(referralId, elsewhere), null);
    const { incident } = await bureau.ask(operations.DisputeViewDocument, { incident: incidentId });
    assert.equal(incident, null);
    await assert.rejects(work(referralId, officer), /Referral\.mediationRequest: .*NOT_SHARED/);
    const input = { ...freshKey(), referralId, expectedVersion: 2, organisationId };
    const { acceptMediation } = await elsewhere.ask(operations.AcceptMediationDocument, { input });
    assert.equal(acceptMediation.problems[0]?.code, 'NOT_FOUND');
  });
});
