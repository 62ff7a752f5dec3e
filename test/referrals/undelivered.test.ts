import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Knex } from 'knex';
import type { Asker } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { createLead, freshKey, until, untilVersion } from '../harness/leads.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

describe('an exchange that cannot deliver', () => {
  let system: TestSystem;
  let officer: Asker;
  let operator: Asker;
  let exchange: Knex;

  before(async () => {
    system = await startSystem();
    officer = await system.people.as('womens-federation.shenyang.officer');
    operator = await system.people.as('hub.operator');
    exchange = connectDatabase(system.databaseUrls.exchange as string, 2);
  });
  after(async () => {
    await exchange.destroy();
    await system.stop();
  });

  it('lets nobody but its operator see dead letters and refusals, and nobody but operator and auditor check the ledger', async () => {
    for (const document of [
      operations.DeadLettersDocument,
      operations.RefusedEnvelopesDocument,
      operations.LedgerVerificationDocument,
    ]) {
      const { errors } = await officer.answer(document as typeof operations.LedgerVerificationDocument, {});
      assert.equal(errors?.[0]?.extensions?.code, 'NOT_PERMITTED');
    }
  });

  it('keeps a message for a receiver that is down, and delivers it when the receiver is back', async () => {
    await system.stopPart('prosecutors');
    const aidLeadId = await createLead(system, officer);
    const { referAidLead } = await officer.ask(operations.ReferAidLeadDocument, {
      input: { ...freshKey(), aidLeadId, expectedVersion: 0 },
    });
    assert.deepEqual(referAidLead.problems, []);
    const answer = await officer.answer(operations.LeadProgressDocument, { id: aidLeadId });
    assert.equal(answer.data?.aidLead?.status, 'SENT');
    assert.equal(answer.data?.aidLead?.aidCase, null, 'what the prosecutors would add is missing');
    assert.equal(answer.errors?.[0]?.extensions?.code, 'AGENCY_UNAVAILABLE');
    assert.deepEqual(answer.extensions?.agencies, {
      'womens-federation': 'answered',
      exchange: 'answered',
      prosecutors: 'failed',
    });
    assert.doesNotMatch(JSON.stringify(answer), /127\.0\.0\.1|ECONNREFUSED/, 'no address leaks');
    await system.startPart('prosecutors');
    await untilVersion(officer, aidLeadId, 2);
  });

  it('puts what cannot be delivered among the dead letters, and the operator sends it again', async () => {
    await system.stopPart('prosecutors');
    const aidLeadId = await createLead(system, officer);
    await officer.ask(operations.ReferAidLeadDocument, { input: { ...freshKey(), aidLeadId, expectedVersion: 0 } });
    const delivery = () =>
      exchange('deliveries')
        .join('referrals', 'referrals.id', 'deliveries.referral_id')
        .where({ subjectId: aidLeadId });
    await until('a first failed try', async () => ((await delivery())[0]?.attempts ?? 0) > 0);
    // As after the last of its tries: the next failure gives it up.
    const [{ envelopeId }] = await delivery();
    await exchange('deliveries').where({ envelopeId }).update({ attempts: 1_000 });
    await until('given up', async () => (await delivery())[0]?.state === 'UNDELIVERABLE');
    const { deadLetters } = await operator.ask(operations.DeadLettersDocument, {});
    const letter = deadLetters.find(({ id }) => id === envelopeId);
    assert.deepEqual([letter?.action, letter?.to.code, letter?.lastError], ['SEND', 'PROSECUTORS', 'ECONNREFUSED']);
    const { aidLead } = await officer.ask(operations.LeadReferralDeliveryDocument, { id: aidLeadId });
    assert.equal(aidLead?.referral?.delivery, 'UNDELIVERABLE');
    const [{ caseId }] = await delivery();
    await exchange('sealed_cases').insert({ caseId, sealedFor: ['COURTS'], sealedAt: new Date() });
    try {
      const sealed = await operator.ask(operations.DeadLettersDocument, {});
      assert.deepEqual(
        sealed.deadLetters.map(({ id }) => id).filter((id) => id === envelopeId),
        [],
        'of a sealed case the list says nothing',
      );
    } finally {
      await exchange('sealed_cases').where({ caseId }).delete();
    }

    await system.startPart('prosecutors');
    const { resendDeadLetter } = await operator.ask(operations.ResendDeadLetterDocument, {
      input: { ...freshKey(), envelopeId },
    });
    assert.deepEqual(resendDeadLetter.problems, []);
    await untilVersion(officer, aidLeadId, 2);
  });
});
