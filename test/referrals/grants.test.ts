import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { HUANG, HUANG_CASE, SUSPECT } from '../../demo/story/characters.ts';
import type { Asker, GraphqlAnswer } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { createDirect } from '../harness/attack/direct.ts';
import { connectAsSuperuser } from '../harness/cluster.ts';
import { accept, createLead, freshKey, referralOf, step, until, untilVersion } from '../harness/leads.ts';
import { operation } from '../harness/operation.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

/** What only a referral opens: who she is, at the police; what was decided, at the court. */
const READ = operation<{
  person: { identity: { name: string } | null } | null;
  case: { trials: { judgment: { result: string } | null }[] | null } | null;
}>(`query Read($person: ResidentIdNumber!, $case: ID!) {
  person(idNumber: $person) { identity { name } }
  case(id: $case) { trials { judgment { result } } }
}`);
const HERS = { person: HUANG.idNumber, case: HUANG_CASE.id };

describe('the window that a referral opens', () => {
  let system: TestSystem;
  let officer: Asker;
  let prosecutor: Asker;
  let exchange: Knex;

  before(async () => {
    system = await startSystem({ demo: { cases: 120, leads: 40 } });
    officer = await system.people.as('womens-federation.shenyang.officer');
    prosecutor = await system.people.as('prosecutors.shenyang.prosecutor');
    exchange = connectDatabase(system.databaseUrls.exchange as string, 2);
  });
  after(async () => {
    await exchange.destroy();
    await system.stop();
  });

  /** A lead on her that was referred and received, with its referral. */
  async function referred(from = officer): Promise<{ aidLeadId: string; referral: string }> {
    const applicant = { name: HUANG.name, idNumber: HUANG.idNumber };
    const aidLeadId = await createLead(system, from, { applicant, caseNumber: HUANG_CASE.courtNumber });
    await from.ask(operations.ReferAidLeadDocument, { input: { ...freshKey(), aidLeadId, expectedVersion: 0 } });
    await untilVersion(from, aidLeadId, 2);
    return { aidLeadId, referral: await referralOf(from, aidLeadId) };
  }
  const codes = ({ errors = [] }: GraphqlAnswer<unknown>) => [
    ...new Set(errors.map(({ extensions }) => extensions?.code)),
  ];
  const opened = ({ data }: GraphqlAnswer<NonNullable<Awaited<ReturnType<typeof read>>['data']>>) => [
    data?.person?.identity?.name === HUANG.name,
    data?.case?.trials?.[0]?.judgment?.result === 'CONVICTED',
  ];
  const read = (who: Asker, variables = HERS) => who.answer(READ, variables);
  async function opensNothing(who: Asker, code: string, what: string) {
    const answer = await read(who);
    assert.deepEqual([opened(answer), codes(answer)], [[false, false], [code]], what);
  }
  const isOpen = async (referral: string) => {
    const { status } = await exchange('referrals').where({ id: referral }).first('status');
    return ['SENT', 'RECEIVED', 'ACCEPTED', 'IN_PROGRESS', 'ON_HOLD', 'REOPENED'].includes(status);
  };

  it('opens by naming the referral, for its persons and its case, and for nobody and nothing else', async () => {
    const { referral } = await referred();
    await opensNothing(prosecutor, 'REFERRAL_REQUIRED', 'unnamed');
    const reading = prosecutor.under(referral);
    const hers = await read(reading);
    assert.deepEqual([opened(hers), codes(hers)], [[true, true], []]);
    const his = await read(reading, { ...HERS, person: SUSPECT.idNumber });
    assert.deepEqual([his.data?.person?.identity, codes(his)], [null, ['OTHER_SUBJECT']], 'the offender');
    const courts = connectDatabase(system.databaseUrls.courts as string, 1);
    const other = await courts('court_cases')
      .join('judgments', 'judgments.court_case_id', 'court_cases.id')
      .where({ regionCode: HUANG_CASE.region, sealedFor: null })
      .whereNot({ caseId: HUANG_CASE.id })
      .first('case_id');
    await courts.destroy();
    const elsewhere = await read(reading, { ...HERS, case: other.caseId });
    assert.ok((elsewhere.data?.case?.trials?.length ?? 0) > 0, 'the other case has a trial');
    assert.ok(elsewhere.data?.case?.trials?.every(({ judgment }) => judgment === null));
    assert.deepEqual(codes(elsewhere), ['OTHER_SUBJECT'], 'another case of the district');
    const capital = prosecutor.under(referral.toUpperCase());
    assert.deepEqual(opened(await read(capital)), [true, true], 'an id is one however it is written');
  });

  it('opens to nobody but the agency that it is addressed to, in its region, and not by an id of nothing', async () => {
    const { referral } = await referred(await system.people.as('womens-federation.heping.officer'));
    assert.deepEqual(opened(await read((await system.people.as('prosecutors.heping.prosecutor')).under(referral))), [
      true,
      true,
    ]);
    const others = {
      'its sender': 'womens-federation.heping.officer',
      'another agency': 'courts.shenyang.judge',
      'the justice bureau': 'justice.shenyang.officer',
      'the receiver’s sister district': 'prosecutors.shenhe.prosecutor',
      'the receiver’s other city': 'prosecutors.dalian.prosecutor',
    };
    for (const [what, username] of Object.entries(others)) {
      const { data, errors } = await (await system.people.as(username)).under(referral).answer(READ, HERS);
      assert.equal(data?.person?.identity ?? null, null, what);
      const said = errors?.find(({ path }) => path?.join('.') === 'person.identity');
      assert.equal(said?.extensions?.code, 'REFERRAL_NOT_OPEN', what);
    }
    await opensNothing(prosecutor.under(randomUUID()), 'REFERRAL_NOT_OPEN', 'an id of nothing');
    const malformed = await prosecutor.under(`${referral}, ${referral}`).answer(READ, HERS);
    assert.deepEqual([malformed.data, codes(malformed)], [undefined, ['BAD_REFERRAL']]);
    const leader = await read((await system.people.as('prosecutors.shenyang.leader')).under(referral));
    assert.deepEqual(
      [opened(leader), codes(leader)],
      [[false, false], ['ROLE_NOT_PERMITTED']],
      'a role that reads nothing conditional',
    );
  });

  it('opens by the word that the gateway passes on while that is young, and by no other', async () => {
    const direct = createDirect(system);
    const referral = randomUUID();
    const ask = (word: { age: number; askedAt: number } | null) => {
      const said = { referralId: referral, purpose: 'JUDICIAL_AID', caseId: HUANG_CASE.id, personTokens: [token] };
      return direct.ask<{ person: { token: string; identity: { name: string } | null } }>(
        'police',
        'query ($person: ResidentIdNumber!) { person(idNumber: $person) { token identity { name } } }',
        HERS,
        { agency: 'PROSECUTORS', referral, grant: word && { grant: said, ...word } },
      );
    };
    let token = '';
    const untold = await ask(null);
    assert.deepEqual(
      [untold.data?.person.identity, codes(untold)],
      [null, ['REFERRAL_NOT_OPEN']],
      'there is no such one',
    );
    token = untold.data?.person.token ?? '';
    // The exchange's own word, which the police have asked for, holds no more.
    await sleep(850);
    const words = {
      'that was old when it was signed': { age: 850, askedAt: Date.now() },
      'that was on its way for long': { age: 5, askedAt: Date.now() - 850 },
    };
    for (const [what, word] of Object.entries(words)) {
      const answer = await ask(word);
      assert.deepEqual([answer.data?.person.identity, codes(answer)], [null, ['REFERRAL_NOT_OPEN']], what);
      await sleep(850);
    }
    const young = await ask({ age: 5, askedAt: Date.now() - 5 });
    assert.deepEqual([young.data?.person.identity?.name, codes(young)], [HUANG.name, []]);
    await sleep(850);
    assert.equal((await ask(null)).data?.person.identity, null, 'and it is over with it');
  });

  describe('closes', () => {
    const ways: Record<string, (aidLeadId: string) => Promise<unknown>> = {
      'when the receiver returns it': (id) => step(prosecutor, id, { action: 'RETURN', reasonCode: 'NOT_ELIGIBLE' }),
      'when the sender withdraws it': (id) => step(officer, id, { action: 'WITHDRAW', reasonCode: 'PERSON_DECLINES' }),
      'when the sender marks it as entered in error': (id) =>
        step(officer, id, { action: 'ENTERED_IN_ERROR', reasonCode: 'RECORDED_BY_MISTAKE' }),
      'when the receiver concludes it, and stays so when the sender acknowledges': conclude,
    };
    async function conclude(aidLeadId: string) {
      const { acceptAidLead } = await accept(prosecutor, aidLeadId);
      const aidCaseId = acceptAidLead.aidCase?.id as string;
      const at = (expectedVersion: number) => ({ ...freshKey(), aidCaseId, expectedVersion });
      await prosecutor.ask(operations.ProposeAidDocument, { input: { ...at(1), amount: '1000', reason: '测试。' } });
      const chief = await system.people.as('prosecutors.shenyang.chief');
      await chief.ask(operations.DecideAidDocument, { input: { ...at(2), approve: false, reason: '不符合。' } });
      await prosecutor.ask(operations.ConcludeAidLeadDocument, { input: { ...at(3), feedback: '不予救助。' } });
      await until('the feedback has arrived', async () => {
        const { aidLead } = await officer.ask(operations.LeadProgressDocument, { id: aidLeadId });
        return aidLead?.status === 'CONCLUDED';
      });
      await step(officer, aidLeadId, { action: 'ACKNOWLEDGE' });
    }

    for (const [what, close] of Object.entries(ways)) {
      it(`within a second ${what}`, async () => {
        const { aidLeadId, referral } = await referred();
        const reading = prosecutor.under(referral);
        assert.deepEqual(opened(await read(reading)), [true, true]);
        // Read on and on, so that a word that is kept is kept for as long as it may be.
        let closedAt = Number.POSITIVE_INFINITY;
        const watch = (async () => {
          while (await isOpen(referral)) await sleep(10);
          closedAt = performance.now();
        })();
        const closing = close(aidLeadId);
        let last: GraphqlAnswer<unknown>;
        let lastSeen = 0;
        for (;;) {
          const answer = await read(reading);
          last = answer;
          if (opened(answer).includes(true)) lastSeen = performance.now();
          else if (performance.now() > closedAt) break;
          assert.ok(performance.now() < closedAt + 5_000, 'it closes at all');
        }
        await Promise.all([closing, watch]);
        assert.ok(lastSeen - closedAt < 1_000, `read for ${Math.round(lastSeen - closedAt)} ms after its end`);
        assert.deepEqual(codes(last), ['REFERRAL_NOT_OPEN']);
        await opensNothing(reading, 'REFERRAL_NOT_OPEN', 'and stays closed');
      });
    }
  });

  describe('closes for a request that is under way', () => {
    const WHO = 'person(idNumber: $person) { identity { name } }';
    /** What each of these waits for when the table is locked, while the police have told who she is already, or will at once. */
    const waits = {
      'at another agency, for what that one opens under the referral': [
        'courts',
        'judgments',
        `${WHO} case(id: $case) { trials { judgment { result } } }`,
      ],
      'at another agency, for what is open anyway': [
        'courts',
        'court_cases',
        `${WHO} case(id: $case) { trials { number } }`,
      ],
      'at the agency that has read it, in the same answer': [
        'police',
        'case_natures',
        'person(idNumber: $person) { identity { name } policeCases { nature { name } } }',
      ],
    } as const;

    for (const [where, [part, table, selection]] of Object.entries(waits)) {
      it(`waiting ${where}`, async () => {
        const { aidLeadId, referral } = await referred();
        const document = operation<{ person: { identity: { name: string } | null } | null }>(
          `query Slow($person: ResidentIdNumber!${selection.includes('$case') ? ', $case: ID!' : ''}) { ${selection} }`,
        );
        const reading = prosecutor.under(referral);
        const free = await reading.answer(document, HERS);
        assert.equal(free.data?.person?.identity?.name, HUANG.name, 'nothing in the way, she is read');
        const admin = await connectAsSuperuser(new URL(system.databaseUrls[part] as string).pathname.slice(1));
        try {
          await admin.query(`begin; lock table ${table} in access exclusive mode`);
          const asked = reading.answer(document, HERS);
          await until('the request waits for the lock', async () => {
            const { rows } = await admin.query(
              "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()",
            );
            return rows.length > 0;
          });
          await step(officer, aidLeadId, { action: 'WITHDRAW', reasonCode: 'PERSON_DECLINES' });
          await until('the referral has ended', async () => !(await isOpen(referral)));
          // The words that were kept when it began are old by now.
          await sleep(450);
          await admin.query('rollback');
          const answer = await asked;
          assert.ok(!JSON.stringify(answer).includes(HUANG.name), 'her name does not come out');
          assert.ok(!JSON.stringify(answer).includes('CONVICTED'), 'nor the judgment');
          assert.ok(codes(answer).includes('REFERRAL_NOT_OPEN'), `${codes(answer)}`);
        } finally {
          await admin.end();
        }
      });
    }

    it('and when nobody can say any more whether it is open', async () => {
      const { referral } = await referred();
      const reading = prosecutor.under(referral);
      const document = operation<{ person: { identity: { name: string } | null } | null }>(
        'query Who($person: ResidentIdNumber!) { person(idNumber: $person) { identity { name } courtCases { number } } }',
      );
      assert.equal((await reading.answer(document, HERS)).data?.person?.identity?.name, HUANG.name);
      const admin = await connectAsSuperuser(new URL(system.databaseUrls.courts as string).pathname.slice(1));
      try {
        await admin.query('begin; lock table court_case_parties in access exclusive mode');
        const asked = reading.answer(document, HERS);
        await sleep(300);
        await system.stopPart('exchange');
        // No word that was kept is good any more, not one that was asked for when it began either.
        await sleep(900);
        await admin.query('rollback');
        const answer = await asked;
        assert.ok(!JSON.stringify(answer).includes(HUANG.name), 'one that was under way');
        const later = await reading.answer(document, HERS);
        assert.deepEqual(
          [later.data?.person?.identity, codes(later)],
          [null, ['REFERRAL_UNCONFIRMED']],
          'and a new one',
        );
      } finally {
        await admin.end();
        await system.startPart('exchange');
      }
      await until('it opens again with the exchange', async () => {
        const { data } = await reading.answer(document, HERS);
        return data?.person?.identity?.name === HUANG.name;
      });
    });
  });
});
