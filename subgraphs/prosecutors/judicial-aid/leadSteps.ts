import type { OwnSteps } from '../../kit/definition.ts';
import type { Store } from '../store.ts';
import { aidCaseAllows } from './rules/aidCaseSteps.ts';
import { closeAsWithdrawn, reopen } from './store/aidCases.ts';

/** What the aid case has to do with the steps of its referral. */
export const leadSteps: OwnSteps<Store> = {
  async allows(db, side, action, context) {
    const { aidCases } = context.store;
    // Within a transaction the row is read there; for a page of referrals all rows are read at once.
    const aidCase = await (db === context.db
      ? aidCases.byReferral.load(side.id)
      : aidCases.readByReferral(db, side.id));
    return aidCaseAllows(action, aidCase);
  },
  apply: {
    AGREE_WITHDRAWAL: (tx, side) => closeAsWithdrawn(tx, side.id),
    /** The next receiver opens an aid case of its own: one that was opened here ends. */
    REFER_ONWARD: (tx, side) => closeAsWithdrawn(tx, side.id),
    /** What was paid stays paid: a new proposal names the whole amount, and only the rest of it can be paid. */
    REOPEN: (tx, side) => reopen(tx, side.id),
  },
};
