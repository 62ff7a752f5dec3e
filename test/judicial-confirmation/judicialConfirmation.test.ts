import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Asker } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { shanghaiDay } from '../../subgraphs/kit/formats/day.ts';
import { freshKey, until } from '../harness/leads.ts';
import { addCourts, type EndedMediation, endedMediation } from '../harness/mediations.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

const today = shanghaiDay(new Date());
const documents = ['调解协议书', '双方身份证明'];
let serial = 0;
const freshNumber = () => {
  serial += 1;
  return `（2020）辽0102民特${serial}号`;
};

describe('judicial confirmation of a mediation agreement', () => {
  let system: TestSystem;
  let mediator: Asker;
  let judge: Asker;
  let police: Asker;

  before(async () => {
    system = await startSystem({
      parts: ['identity', 'exchange', 'justice', 'courts', 'police', 'worker', 'gateway'],
    });
    await addCourts(system);
    mediator = await system.people.as('justice.shenyang.officer');
    judge = await system.people.as('courts.heping.judge');
    police = await system.people.as('police.shenyang.officer');
  });
  after(() => system.stop());

  type Changes = Partial<operations.ApplyForJudicialConfirmationInput>;
  const apply = async ({ id, parties }: EndedMediation, changes: Changes = {}) => {
    const input = { ...freshKey(), mediationId: id, applicants: [...parties], appliedOn: today, documents, ...changes };
    return (await mediator.ask(operations.ApplyForJudicialConfirmationDocument, { input }))
      .applyForJudicialConfirmation;
  };
  const refusal = async (mediation: EndedMediation, changes: Changes = {}) =>
    (await apply(mediation, changes)).problems.map(({ code }) => code).join();
  const applicationOf = async ({ id }: EndedMediation) =>
    (await mediator.ask(operations.MediationConfirmationDocument, { id })).mediation?.judicialConfirmation ?? null;
  const statusOf = async (mediation: EndedMediation) => (await applicationOf(mediation))?.status;
  const atCourt = async (referral: string, who = judge) =>
    (await who.ask(operations.ReferralConfirmationDocument, { referral })).referral?.judicialConfirmation ?? null;

  /** The referral of an application that has arrived at the court: another one than an earlier referral. */
  const arrived = async (mediation: EndedMediation, before?: string): Promise<string> => {
    let referral: string | undefined;
    await until('the application is with the court', async () => {
      referral = (await applicationOf(mediation))?.referral?.id;
      return referral !== undefined && referral !== before && (await atCourt(referral)) !== null;
    });
    return referral as string;
  };
  const applied = async (mediation: EndedMediation): Promise<string> => {
    const before = (await applicationOf(mediation))?.referral?.id;
    assert.deepEqual((await apply(mediation)).problems, []);
    return arrived(mediation, before);
  };
  const accept = async (referralId: string, number: string, who = judge) => {
    const expectedVersion = (await atCourt(referralId, judge))?.referral?.courtsSide?.version ?? 0;
    const input = { ...freshKey(), referralId, expectedVersion, number };
    return (await who.ask(operations.AcceptJudicialConfirmationDocument, { input })).acceptJudicialConfirmation;
  };
  type Ruling = Partial<operations.DecideJudicialConfirmationInput>;
  const decide = async (referral: string, ruling: Ruling = {}) => {
    const confirmation = await atCourt(referral);
    assert.ok(confirmation);
    const { id: judicialConfirmationId, version: expectedVersion } = confirmation;
    const input = {
      ...freshKey(),
      judicialConfirmationId,
      expectedVersion,
      confirmed: true,
      ruledOn: today,
      ...ruling,
    };
    return (await judge.ask(operations.DecideJudicialConfirmationDocument, { input })).decideJudicialConfirmation;
  };
  const bureauStep = async (referralId: string, action: string, reasonCode?: string) => {
    const side = async () =>
      (await mediator.ask(operations.ReferralConfirmationSidesDocument, { referral: referralId })).referral
        ?.justiceSide;
    const input = { ...freshKey(), referralId, action, expectedVersion: (await side())?.version ?? 0 };
    const step = { input: reasonCode ? { ...input, reasonCode } : input };
    return (await mediator.ask(operations.JusticeReferralStepDocument, step)).justiceReferralStep;
  };
  const courtStep = async (referralId: string, step: { action: string; reasonCode?: string }) => {
    const expectedVersion = (await atCourt(referralId))?.referral?.courtsSide?.version ?? 0;
    const input = { ...freshKey(), referralId, expectedVersion, ...step };
    return (await judge.ask(operations.CourtsReferralStepDocument, { input })).courtsReferralStep;
  };

  it('is applied for jointly, accepted, ruled on, and comes back to the bureau, and to the police as a note', async () => {
    const mediation = await endedMediation(system, { fromPolice: true });
    const referral = await applied(mediation);
    const number = freshNumber();
    const received = await atCourt(referral);
    assert.deepEqual(
      [received?.status, received?.agreement, received?.agreementAmount, received?.documents],
      ['APPLIED', '被申请人一次性赔偿申请人3000元。', '3000.00', documents],
    );
    assert.equal((await applicationOf(mediation))?.referral?.parent?.id, mediation.referralId);

    const accepted = await accept(referral, number);
    assert.deepEqual([accepted.problems, accepted.judicialConfirmation?.status], [[], 'ACCEPTED']);
    await until('the number is with the bureau', async () => (await applicationOf(mediation))?.number === number);
    const ruled = await decide(referral);
    assert.deepEqual(
      [ruled.problems, ruled.judicialConfirmation?.status, ruled.judicialConfirmation?.ruledOn],
      [[], 'CONFIRMED', today],
    );

    await until('the ruling is with the bureau', async () => (await statusOf(mediation)) === 'CONFIRMED');
    assert.equal((await applicationOf(mediation))?.ruledOn, today);
    await until('the police have the note', async () => {
      const { referral: own } = await police.ask(operations.ReferralViewDocument, {
        id: mediation.referralId as string,
      });
      return own?.history.some(({ action, note }) => action === 'NOTE' && note === 'AGREEMENT_CONFIRMED') ?? false;
    });
    assert.deepEqual((await bureauStep(referral, 'ACKNOWLEDGE')).problems, []);
    assert.equal(await statusOf(mediation), 'CONFIRMED');
    assert.equal(await refusal(mediation), 'STATUS_CONFLICT', 'what is confirmed is not applied for again');
  });

  it('is rejected with a reason, which the bureau reads', async () => {
    const mediation = await endedMediation(system);
    const referral = await applied(mediation);
    await accept(referral, freshNumber());
    const codes = async (ruling: Ruling) => (await decide(referral, ruling)).problems.map(({ code }) => code).join();
    assert.equal(await codes({ confirmed: false }), 'REQUIRED');
    assert.equal(await codes({ ruledOn: '2020-01-01' }), 'RULED_BEFORE_ACCEPTANCE');
    assert.equal(await codes({ ruledOn: '2099-01-01' }), 'DATE_IN_FUTURE');
    assert.equal(await codes({ expectedVersion: 0 }), 'VERSION_CONFLICT');
    const reason = '协议内容不明确，无法执行。';
    assert.equal((await decide(referral, { confirmed: false, reason })).judicialConfirmation?.status, 'REJECTED');
    await until('the ruling is with the bureau', async () => (await statusOf(mediation)) === 'REJECTED');
    assert.equal((await applicationOf(mediation))?.reason, reason);
    assert.equal(await codes({}), 'STATUS_CONFLICT', 'a court rules once');
  });

  it('needs an agreement, all parties and nobody else, papers, and a day within the term', async () => {
    const mediation = await endedMediation(system);
    const [first = '', second = ''] = mediation.parties;
    assert.equal(await refusal(await endedMediation(system, { agreed: false })), 'NO_AGREEMENT');
    assert.equal(await refusal(mediation, { applicants: [first] }), 'PARTY_MISSING');
    const stranger = (await endedMediation(system)).parties[0] ?? '';
    const withStranger = await apply(mediation, { applicants: [first, second, stranger] });
    assert.deepEqual(
      withStranger.problems.map((problem) => [problem.code, 'received' in problem ? problem.received : '']),
      [['NOT_A_PARTY', null]],
    );
    assert.equal(await refusal(mediation, { documents: [] }), 'OUT_OF_RANGE');
    assert.equal(await refusal(mediation, { appliedOn: '2099-01-01' }), 'DATE_IN_FUTURE');
    assert.equal(await refusal(mediation, { appliedOn: '2020-01-01' }), 'APPLIED_BEFORE_AGREEMENT');
    assert.equal(await refusal(mediation, { courtRegion: '210202' }), 'REGION_OUT_OF_SCOPE');
    assert.equal(await applicationOf(mediation), null);
  });

  it('cannot be applied for after 30 days, whatever day the application bears', async () => {
    // The term may end up to eight days later where its last day is in a holiday week.
    const mediation = await endedMediation(system, { daysAgo: 45 });
    assert.equal(await refusal(mediation), 'APPLICATION_TERM_OVER');
    assert.equal(
      await refusal(mediation, { appliedOn: shanghaiDay(new Date(Date.now() - 40 * 86_400_000)) }),
      'APPLICATION_TERM_OVER',
    );
  });

  it('is sent once for one key, and not beside an open application', async () => {
    const mediation = await endedMediation(system);
    const key = freshKey();
    const [one, again] = [await apply(mediation, key), await apply(mediation, key)];
    assert.deepEqual([one.problems, again.problems], [[], []]);
    const referral = await arrived(mediation);
    assert.equal((await atCourt(referral))?.status, 'APPLIED');
    const justice = connectDatabase(system.databaseUrls.justice as string, 1);
    const sent = await justice('referrals').where({ subject_id: mediation.id });
    await justice.destroy();
    assert.equal(sent.length, 1);
    assert.equal(await refusal(mediation, { ...key, documents: ['另一份'] }), 'IDEMPOTENCY_KEY_REUSED');
    assert.equal(await refusal(mediation), 'REFERRAL_OPEN');
  });

  it('is taken back before acceptance, and can be applied for again', async () => {
    const mediation = await endedMediation(system);
    const referral = await applied(mediation);
    const { side, problems } = await bureauStep(referral, 'WITHDRAW', 'PERSON_DECLINES');
    assert.deepEqual([problems, side?.status], [[], 'WITHDRAWN']);
    await until('withdrawn at the court', async () => (await atCourt(referral))?.status === 'WITHDRAWN');
    assert.equal((await accept(referral, freshNumber())).problems[0]?.code, 'STATUS_CONFLICT');
    const next = await applied(mediation);
    assert.notEqual(next, referral);
    assert.equal(await statusOf(mediation), 'APPLIED');
  });

  it('is returned by a court that does not accept it', async () => {
    const mediation = await endedMediation(system);
    const referral = await applied(mediation);
    const returned = await courtStep(referral, { action: 'RETURN', reasonCode: 'NOT_CONFIRMABLE' });
    assert.deepEqual([returned.problems, returned.side?.status], [[], 'RETURNED']);
    assert.equal((await atCourt(referral))?.status, 'NOT_ACCEPTED');
    await until('the bureau knows', async () => (await statusOf(mediation)) === 'NOT_ACCEPTED');
  });

  it('is withdrawn after acceptance where the court agrees', async () => {
    const mediation = await endedMediation(system);
    const referral = await applied(mediation);
    await accept(referral, freshNumber());
    await until('accepted', async () => (await statusOf(mediation)) === 'ACCEPTED');
    assert.deepEqual((await bureauStep(referral, 'REQUEST_WITHDRAWAL', 'PERSON_DECLINES')).problems, []);
    await until(
      'asked',
      async () => (await atCourt(referral))?.referral?.courtsSide?.withdrawalRequest?.outcome === 'OPEN',
    );
    assert.deepEqual((await courtStep(referral, { action: 'AGREE_WITHDRAWAL' })).problems, []);
    assert.equal((await atCourt(referral))?.status, 'WITHDRAWN');
    await until('the bureau knows', async () => (await statusOf(mediation)) === 'WITHDRAWN');
  });

  it('has the number of a court that is competent, once', async () => {
    const referral = await applied(await endedMediation(system));
    const other = await applied(await endedMediation(system));
    const number = freshNumber();
    const codes = async (text: string) => (await accept(referral, text)).problems.map(({ code }) => code).join();
    assert.equal(await codes('（2020）辽0102民初1号'), 'CASE_NUMBER_TYPE');
    assert.equal(await codes('（2020）辽0202民特1号'), 'COURT_ELSEWHERE');
    assert.deepEqual((await accept(other, number)).problems, []);
    assert.equal(await codes(number), 'CASE_NUMBER_IN_USE');
    assert.equal((await atCourt(referral))?.status, 'APPLIED');
  });

  it('is not seen from another region, and applied for or ruled on by nobody else', async () => {
    const mediation = await endedMediation(system);
    const referral = await applied(mediation);
    const elsewhere = await system.people.as('courts.hexigten.judge');
    assert.equal(await atCourt(referral, elsewhere), null);
    const id = (await atCourt(referral))?.id as string;
    const { judicialConfirmation } = await elsewhere.ask(operations.JudicialConfirmationDocument, { id });
    assert.equal(judicialConfirmation, null);
    assert.equal((await accept(referral, freshNumber(), elsewhere)).problems[0]?.code, 'NOT_FOUND');
    assert.equal((await accept(referral, freshNumber(), mediator)).problems[0]?.code, 'NOT_PERMITTED');
    const dalian = await system.people.as('justice.dalian.officer');
    const seen = await dalian.ask(operations.MediationConfirmationDocument, { id: mediation.id });
    assert.equal(seen.mediation, null);
    const shared = await mediator.answer(operations.ReferralConfirmationDocument, { referral });
    assert.equal(shared.data?.referral?.judicialConfirmation ?? null, null, 'the court’s own record stays there');
  });
});
