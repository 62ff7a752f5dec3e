import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Knex } from 'knex';
import type { Asker } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { createLead, freshKey, referralOf, untilVersion } from '../harness/leads.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

describe('an installation without demonstration data', () => {
  let system: TestSystem;
  let exchange: Knex;
  let operator: Asker;
  let integrator: Asker;
  let serial = 0;

  before(async () => {
    system = await startSystem();
    exchange = connectDatabase(system.databaseUrls.exchange as string, 1);
    operator = await system.people.as('hub.operator');
    integrator = await system.people.as('courts.shenyang.integrator');
  });
  after(async () => {
    await exchange.destroy();
    await system.stop();
  });

  const newCase = (changes: Partial<operations.RegisterCaseInput> = {}): operations.RegisterCaseInput => {
    serial += 1;
    const number = `（2024）辽0102刑初${serial}号`;
    return { ...freshKey(), number, kind: 'CRIMINAL', region: '210102', stage: 'TRIAL', ...changes };
  };
  async function register(who: Asker, input: operations.RegisterCaseInput) {
    const { registerCase } = await who.ask(operations.RegisterCaseDocument, { input });
    const [problem] = registerCase.problems;
    const path = problem?.__typename === 'InvalidInput' ? problem.path.join('.') : undefined;
    return { id: registerCase.case?.id, code: problem?.code, path };
  }

  it('registers a case, records a lead on it and refers it', async () => {
    const input = newCase();
    const { registerCase } = await operator.ask(operations.RegisterCaseDocument, { input });
    assert.deepEqual(registerCase.problems, []);
    const { id: _, ...registered } = registerCase.case ?? assert.fail();
    const region = { code: '210102', name: '和平区' };
    assert.deepEqual(registered, { number: input.number, kind: 'CRIMINAL', stage: 'TRIAL', region });
    const officer = await system.people.as('womens-federation.heping.officer');
    const aidLeadId = await createLead(system, officer, { caseNumber: input.number });
    await officer.ask(operations.ReferAidLeadDocument, { input: { ...freshKey(), aidLeadId, expectedVersion: 0 } });
    await untilVersion(officer, aidLeadId, 2);
    const prosecutor = await system.people.as('prosecutors.heping.prosecutor');
    const reading = prosecutor.under(await referralOf(prosecutor, aidLeadId));
    const { aidLead } = await reading.ask(operations.LeadBackgroundDocument, { id: aidLeadId });
    assert.deepEqual(
      [aidLead?.case?.number, aidLead?.case?.numbers],
      [input.number, [{ number: input.number, agency: { code: 'COURTS' } }]],
    );
  });

  it('has one case of a number, however often and by how many it is registered at the same moment', async () => {
    const input = newCase();
    const at = await Promise.all(
      [operator, integrator, operator, integrator].map((who) => register(who, { ...input, ...freshKey() })),
    );
    assert.deepEqual(
      at.map(({ code }) => code),
      [undefined, undefined, undefined, undefined],
    );
    assert.equal(new Set(at.map(({ id }) => id)).size, 1);
    const again = await register(operator, input);
    assert.deepEqual(again, await register(operator, input), 'the same key');
    assert.equal(again.id, at[0]?.id);
    const taken = { id: undefined, code: 'CASE_NUMBER_TAKEN', path: 'input.number' };
    for (const other of [{ stage: 'CLOSED' as const }, { region: '210103' }])
      assert.deepEqual(await register(operator, { ...input, ...freshKey(), ...other }), taken, JSON.stringify(other));
    const rows = await exchange('case_numbers').where({ number: input.number });
    assert.equal(rows.length, 1);
    assert.equal((await exchange('cases').where({ number: input.number })).length, 1, 'and no case without its number');
  });

  it('takes cases from an agency’s systems for their own region, and from officers none', async () => {
    assert.equal((await register(integrator, newCase())).code, undefined);
    const elsewhere = await register(integrator, newCase({ region: '210202' }));
    assert.deepEqual([elsewhere.code, elsewhere.path], ['REGION_OUT_OF_SCOPE', 'input.region']);
    const officer = await system.people.as('womens-federation.shenyang.officer');
    assert.equal((await register(officer, newCase())).code, 'NOT_PERMITTED');
    assert.equal((await register(await system.people.as('hub.auditor'), newCase())).code, 'NOT_PERMITTED');
  });

  it('refuses a number in the wrong form, and one that says another kind', async () => {
    const wrong = await register(operator, newCase({ number: '2024辽刑12' }));
    assert.equal(wrong.path, 'input.number');
    for (const [number, kind] of [
      ['（2024）辽0102民初7号', 'CRIMINAL'],
      ['（2024）辽0102刑初7号', 'CIVIL'],
      ['（2024）辽0102行初7号', 'PUBLIC_SECURITY'],
      ['沈检刑诉〔2023〕12号', 'PUBLIC_SECURITY'],
    ] as const)
      assert.deepEqual(await register(operator, newCase({ number, kind })), {
        id: undefined,
        code: 'CASE_KIND_MISMATCH',
        path: 'input.kind',
      });
    const police = newCase({ number: 'A2101025100002023110001', kind: 'PUBLIC_SECURITY', stage: 'INVESTIGATION' });
    assert.equal((await register(operator, police)).code, undefined);
  });

  it('says of a number of a case in another region that it is taken, nothing else, and on record', async () => {
    const input = newCase({ region: '210202' });
    assert.equal((await register(operator, input)).code, undefined);
    const { id, code } = await register(integrator, { ...input, ...freshKey(), region: '210102' });
    assert.deepEqual([id, code], [undefined, 'CASE_NUMBER_TAKEN']);
    assert.equal((await exchange('cases').where({ number: input.number })).length, 1);
    const trace = await exchange('disclosures').where({ recordType: 'Case', recordId: input.number }).first();
    assert.deepEqual([trace?.username, trace?.denied], ['courts.shenyang.integrator', ['number']]);
  });
});
