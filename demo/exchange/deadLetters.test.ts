import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import * as operations from '../../schema/generated/operations.ts';
import { verifyLedger } from '../../subgraphs/exchange/relay/ledger/verifyLedger.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { freshKey, until } from '../../test/harness/leads.ts';
import { startSystem, type TestSystem } from '../../test/harness/system.ts';

describe('the dead letters of the demonstration', () => {
  let system: TestSystem;
  before(async () => {
    system = await startSystem({ demo: { cases: 60, leads: 40 } });
  });
  after(() => system.stop());

  it('sent again they reach the prosecutors, who take the leads in', async () => {
    const operator = await system.people.as('hub.operator');
    const { deadLetters } = await operator.ask(operations.DeadLettersDocument, {});
    assert.equal(deadLetters.length, 3);
    for (const { id: envelopeId } of deadLetters) {
      const input = { ...freshKey(), envelopeId };
      const { resendDeadLetter } = await operator.ask(operations.ResendDeadLetterDocument, { input });
      assert.deepEqual(resendDeadLetter.problems, []);
    }
    const exchange = connectDatabase(system.databaseUrls.exchange as string, 1);
    try {
      const ids = deadLetters.map(({ referral }) => referral?.id as string);
      await until('all three received', async () => {
        const received = await exchange('referrals').whereIn('id', ids).where({ status: 'RECEIVED' });
        return received.length === deadLetters.length;
      });
      assert.ok((await verifyLedger(exchange)).intact);
    } finally {
      await exchange.destroy();
    }
  });
});
