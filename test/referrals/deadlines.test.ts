import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import type { Knex } from 'knex';
import type { Asker } from '../../demo/story/people.ts';
import * as operations from '../../schema/generated/operations.ts';
import { createNotices } from '../../subgraphs/exchange/relay/deadlines/notices.ts';
import { loadAgencyKeys } from '../../subgraphs/kit/crypto/keys.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { loadReferralRules } from '../../subgraphs/kit/referrals/rules.ts';
import { createLogger } from '../../subgraphs/kit/server/logger.ts';
import { accept, referralOf, referredLead, until } from '../harness/leads.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

describe('deadlines', () => {
  let system: TestSystem;
  let officer: Asker;
  let prosecutor: Asker;
  let exchange: Knex;

  before(async () => {
    system = await startSystem();
    officer = await system.people.as('womens-federation.shenyang.officer');
    prosecutor = await system.people.as('prosecutors.shenyang.prosecutor');
    exchange = connectDatabase(system.databaseUrls.exchange as string, 2);
  });
  after(async () => {
    await exchange.destroy();
    await system.stop();
  });

  /** A referral whose step of acceptance began before a year of which nobody knew the holidays. */
  async function referralOver(changes: object): Promise<string> {
    const id = await referralOf(officer, await referredLead(system, officer));
    await exchange('referral_deadlines').where({ referralId: id, step: 'ACCEPT' }).update(changes);
    return id;
  }
  const row = (id: string) => exchange('referral_deadlines').where({ referralId: id, step: 'ACCEPT' }).first();
  const shown = async (id: string) => {
    const { referral } = await officer.ask(operations.ReferralViewDocument, { id });
    return referral?.deadlines.find(({ step }) => step === 'ACCEPT');
  };
  const recompute = async () => {
    const command = new URL('../../runtime/commands/recomputeDeadlines.ts', import.meta.url).pathname;
    const { stdout } = await promisify(execFile)(process.execPath, [command], { env: system.env });
    return stdout;
  };
  const jobAt = async (id: string): Promise<Date | undefined> =>
    (
      await exchange('graphile_worker.jobs')
        .where({ key: `deadline:${id}:ACCEPT` })
        .first('run_at')
    )?.runAt;

  /** As it was computed while New Year's Day of 2026 was thought a working day. */
  const GUESSED = {
    startedAt: new Date('2025-12-31T10:00:00+08:00'),
    dueAt: new Date('2026-01-01T23:59:59.999+08:00'),
    rule: '1WD',
    provisional: true,
  };

  it('are marked provisional, and computed again when the holidays are announced', async () => {
    const id = await referralOver(GUESSED);
    assert.equal((await shown(id))?.provisional, true);
    assert.match(await recompute(), /\d+ provisional deadlines computed, \d+ of them moved/);
    const { provisional, dueAt } = (await shown(id)) ?? {};
    // 1 to 3 January 2026 are free by the notice, and Sunday the 4th makes up for it.
    assert.deepEqual([provisional, dueAt], [false, '2026-01-04T15:59:59.999Z']);
  });

  it('stay provisional while the notice of that year is not out, without its fixed holidays', async () => {
    const id = await referralOver({ ...GUESSED, startedAt: new Date('2098-12-31T10:00:00+08:00') });
    await recompute();
    const { provisional, dueAt } = (await shown(id)) ?? {};
    assert.deepEqual([provisional, dueAt], [true, '2099-01-02T15:59:59.999Z']);
  });

  it('are computed again when the worker starts', async () => {
    const id = await referralOver(GUESSED);
    await system.stopPart('worker');
    await system.startPart('worker');
    await until('moved', async () => (await shown(id))?.provisional === false);
  });

  it('count the pauses that they had', async () => {
    const pauses = JSON.stringify([{ from: '2026-01-05T02:00:00.000Z', to: '2026-01-07T02:00:00.000Z' }]);
    const id = await referralOver({ ...GUESSED, pauses });
    await recompute();
    assert.equal((await shown(id))?.dueAt, '2026-01-06T15:59:59.999Z', 'two working days later');
  });

  it('do not move once they are done, nor are notices given again', async () => {
    const id = await referralOver(GUESSED);
    const noticed = await referralOver({ ...GUESSED, notice: 'OVERDUE' });
    await accept(prosecutor, (await exchange('referrals').where({ id }).first('subject_id')).subjectId);
    await until('accepted', async () => (await shown(id))?.doneAt != null);
    await recompute();
    assert.deepEqual([(await row(id)).dueAt, (await shown(id))?.provisional], [GUESSED.dueAt, false]);
    // In working hours the worker may have gone on to the next one meanwhile.
    assert.match((await row(noticed)).notice, /^(OVERDUE|SUPERVISE)$/);
  });

  describe('escalate', () => {
    const rules = loadReferralRules();
    /** Gives the notice that is due as if it were that time in Shanghai. */
    const escalateAt = async (id: string, time: string) => {
      const notices = createNotices({
        db: exchange,
        keys: await loadAgencyKeys(system.config.keysFolder, 'HUB'),
        rules,
        log: createLogger('test', 'silent'),
        now: () => new Date(`${time}+08:00`),
      });
      await notices.escalate(id, 'ACCEPT');
      return (await row(id)).notice;
    };

    // In a year that is far: the worker's own clock gives no notice meanwhile.
    it('in working hours only, also where the job comes late', async () => {
      // Ten days from a Monday at ten: the reminder after eight is due at 2098-12-02 10:00, the end on a Thursday night.
      const id = await referralOver({
        startedAt: new Date('2098-11-24T10:00:00+08:00'),
        dueAt: new Date('2098-12-04T10:00:00+08:00'),
      });
      assert.equal(await escalateAt(id, '2098-12-02T03:00:00'), 'NONE', 'too early');
      assert.equal(await escalateAt(id, '2098-12-02T22:00:00'), 'NONE', 'at night');
      assert.deepEqual(await jobAt(id), new Date('2098-12-03T09:00:00+08:00'), 'it waits for the opening');
      assert.equal(await escalateAt(id, '2098-12-03T09:00:00'), 'REMIND');
      assert.equal(await escalateAt(id, '2098-12-06T11:00:00'), 'REMIND', 'on a Saturday');
      assert.equal(await escalateAt(id, '2098-12-08T09:00:00'), 'OVERDUE');
    });

    it('by a job of the worker, which comes back when it was too early', async () => {
      const id = await referralOver({
        startedAt: new Date('2098-11-24T10:00:00+08:00'),
        dueAt: new Date('2098-12-04T10:00:00+08:00'),
      });
      await exchange.raw('update graphile_worker._private_jobs set run_at = now() where key = ?', [
        `deadline:${id}:ACCEPT`,
      ]);
      await until('back', async () => (await jobAt(id))?.getTime() === Date.parse('2098-12-02T10:00:00+08:00'));
    });

    it('a term of 24 hours from Friday to Saturday with a reminder on Friday, before it is too late', async () => {
      const id = await referralOver({
        startedAt: new Date('2098-11-28T11:00:00+08:00'),
        dueAt: new Date('2098-11-29T11:00:00+08:00'),
        rule: '24h',
      });
      assert.equal(await escalateAt(id, '2098-11-28T15:00:00'), 'NONE');
      assert.equal(await escalateAt(id, '2098-11-28T16:00:00'), 'REMIND');
      assert.equal(await escalateAt(id, '2098-11-29T12:00:00'), 'REMIND', 'overdue, and a Saturday');
      assert.equal(await escalateAt(id, '2098-12-01T09:00:00'), 'OVERDUE');
    });
  });
});
