import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { AgencyKeys } from '../../../kit/crypto/keys.ts';
import { HUB } from '../../../kit/exchange/hub.ts';
import { nextWorkingMoment } from '../../../kit/formats/workingHours.ts';
import { signNotice } from '../../../kit/referrals/envelope.ts';
import type { ReferralRules, Step } from '../../../kit/referrals/rules.ts';
import { SYSTEM } from '../../../kit/referrals/side.ts';
import type { Logger } from '../../../kit/server/logger.ts';
import type { ReferralDeadlineRow, ReferralRow } from '../../generated/rows.ts';
import { record } from '../intake/record.ts';
import { nextNotice, scheduleNotice } from './deadlines.ts';

/** What the hub itself says about a referral: reminder, overdue, supervision order, expiry. Both sides get it. */
export interface Notices {
  /** Gives the notice that is due on a deadline, and schedules the next. Nothing where the step is done or on hold. */
  escalate(referralId: string, step: Step): Promise<void>;
  /** Ends a referral that nobody answered. */
  expire(referralId: string): Promise<void>;
}

export function createNotices({
  db,
  keys,
  rules,
  log,
  now = () => new Date(),
}: {
  db: Knex;
  keys: AgencyKeys;
  rules: ReferralRules;
  log: Logger;
  now?: () => Date;
}): Notices {
  const say = async (tx: Knex.Transaction, referral: ReferralRow, action: string, note: string | null) => {
    const rule = rules.action(action);
    if (!rule || !rules.allows(rule, 'HUB', { status: referral.status, openRequest: referral.openRequest })) return;
    const { jws, header } = await signNotice(
      {
        id: uuidv7(),
        referral: referral.id,
        kind: referral.kind,
        action,
        from: HUB,
        to: referral.toAgency,
        version: rule.to === null ? null : referral.version + 1,
        case: referral.caseId,
        persons: referral.personTokens,
        region: referral.regionCode,
        parent: referral.parentId,
        subject: referral.subjectId,
        reason: null,
        note,
        actor: SYSTEM,
        at: now().toISOString(),
      },
      keys,
    );
    await record(tx, rules, { header, jws, jwe: '', referral, deliverTo: [referral.fromAgency, referral.toAgency] });
    log.info({ referral: referral.id, action, note }, 'notice given');
  };
  const lock = (tx: Knex.Transaction, id: string) => tx<ReferralRow>('referrals').where({ id }).forUpdate().first();

  return {
    async escalate(referralId, step) {
      await db.transaction(async (tx) => {
        const referral = await lock(tx, referralId);
        const row = await tx<ReferralDeadlineRow>('referralDeadlines').where({ referralId, step }).first();
        if (!referral || !row || row.doneAt || row.lapsedAt || row.pausedAt) return;
        const due = nextNotice(rules, row);
        if (!due) return;
        // A job that runs too early, or late and by night, comes back at its time.
        const at = now();
        if (due.at > at || nextWorkingMoment(at, rules.escalation.hours) > at)
          return scheduleNotice(tx, rules, row, at);
        await say(tx, referral, due.notice, step);
        await tx('referralDeadlines').where({ referralId, step }).update({ notice: due.notice });
        await scheduleNotice(tx, rules, { ...row, notice: due.notice }, at);
      });
    },
    async expire(referralId) {
      await db.transaction(async (tx) => {
        const referral = await lock(tx, referralId);
        if (referral) await say(tx, referral, 'EXPIRE', null);
      });
    },
  };
}
