import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { StoreParts } from '../../kit/definition.ts';
import { loadByKey } from '../../kit/loaders.ts';
import type { ReferralStatus } from '../generated/resolvers.ts';
import type { ConfirmationApplicationRow } from '../generated/rows.ts';

/** An application, and how far its referral is. */
export interface ConfirmationApplication extends ConfirmationApplicationRow {
  referralStatus: ReferralStatus;
}

/** Applications: seen with their mediation and their referral. */
export function createConfirmationApplications({ db }: StoreParts) {
  const newest = (source: Knex) =>
    source('confirmationApplications')
      .select('confirmationApplications.*', 'referrals.status as referralStatus')
      .join('referrals', 'referrals.id', 'confirmationApplications.referralId')
      .orderBy('confirmationApplications.id', 'desc');
  const byMediation = loadByKey<ConfirmationApplication>(db, () => newest(db), 'confirmationApplications.mediationId');
  return {
    /** The newest application of each of many mediations: one statement. */
    newestOfMediation: (mediationId: string) => byMediation.load(mediationId),
    /** The newest application of a mediation, read in a transaction. */
    async readNewest(tx: Knex, mediationId: string): Promise<ConfirmationApplication | null> {
      return (await newest(tx).where({ mediationId }).first()) ?? null;
    },
    async insert(
      tx: Knex.Transaction,
      application: Pick<ConfirmationApplication, 'mediationId' | 'referralId' | 'appliedOn' | 'documents'>,
    ): Promise<void> {
      await tx('confirmationApplications').insert({ id: uuidv7(), ...application });
    },
  };
}

/** What the court answered to the application of a referral. */
export async function recordAnswer(
  tx: Knex.Transaction,
  referralId: string,
  answer: Partial<Pick<ConfirmationApplication, 'number' | 'confirmed' | 'ruledOn' | 'reason'>>,
): Promise<void> {
  await tx('confirmationApplications').where({ referralId }).update(answer);
}

/** The referral that an application follows from now on. */
export async function followReferral(tx: Knex.Transaction, from: string, to: string): Promise<void> {
  await tx('confirmationApplications').where({ referralId: from }).update({ referralId: to });
}
