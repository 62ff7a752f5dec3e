import type { OwnSteps } from '../../kit/definition.ts';
import type { Store } from '../store.ts';
import { confirmationAllows } from './rules/confirmationSteps.ts';
import { closeAs, closeAsWithdrawn } from './store.ts';

/** What the judicial confirmation has to do with the steps of its referral. */
export const applicationSteps: OwnSteps<Store> = {
  async allows(db, side, action, context) {
    const { judicialConfirmations } = context.store;
    // Within a transaction the row is read there; for a page of referrals all rows are read at once.
    const confirmation = await (db === context.db
      ? judicialConfirmations.byReferral.load(side.id)
      : judicialConfirmations.readByReferral(db, side.id));
    return confirmationAllows(action, confirmation?.status ?? null);
  },
  apply: {
    RETURN: (tx, side) => closeAs(tx, side.id, 'NOT_ACCEPTED'),
    /** The other court has a record of its own. */
    REFER_ONWARD: (tx, side) => closeAs(tx, side.id, 'REFERRED_ONWARD'),
    AGREE_WITHDRAWAL: (tx, side) => closeAsWithdrawn(tx, side.id),
  },
};
