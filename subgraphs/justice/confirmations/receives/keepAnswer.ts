import { judicialConfirmation } from '../../../contracts/judicialConfirmation.ts';
import { referOnward } from '../../../contracts/referOnward.ts';
import type { Receive } from '../../../kit/definition.ts';
import { SYSTEM } from '../../../kit/referrals/side.ts';
import type { ReferralSides } from '../../../kit/referrals/sides.ts';
import { followReferral, recordAnswer } from '../store.ts';

/** The court accepted the application under a number. */
export const keepNumber: Receive = async (tx, { header, body }) => {
  await recordAnswer(tx, header.referral, judicialConfirmation.ACCEPT.parse(body));
};

/** The court ruled: kept beside the application, and where the police had handed the dispute over, noted on their referral. */
export const keepRuling: Receive = async (tx, { header, body }, { referrals }) => {
  const { confirmed, number, ruledOn, reason } = judicialConfirmation.CONCLUDE.parse(body);
  await recordAnswer(tx, header.referral, { confirmed, number, ruledOn, reason });
  const origin = await originOf(tx, header.referral, referrals);
  if (origin?.kind !== 'POLICE_MEDIATION') return;
  await referrals.note(tx, origin.id, confirmed ? 'AGREEMENT_CONFIRMED' : 'CONFIRMATION_REJECTED', SYSTEM);
};

/** The court referred the application to another one: it follows the referral that goes on. */
export const followOnward: Receive = async (tx, { header, body }) => {
  const { onward } = referOnward.parse(body);
  if (onward) await followReferral(tx, header.referral, onward.referral);
};

/** The referral of another kind that the application's line began with; null where there is none. */
async function originOf(tx: Parameters<Receive>[0], referralId: string, referrals: ReferralSides) {
  let side = await referrals.byId(tx, referralId);
  while (side?.kind === 'JUDICIAL_CONFIRMATION')
    side = side.parentId === null ? null : await referrals.byId(tx, side.parentId);
  return side;
}
