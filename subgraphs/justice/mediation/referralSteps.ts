import type { OwnSteps } from '../../kit/definition.ts';
import type { Store } from '../store.ts';
import { mediationAllows } from './rules/mediationSteps.ts';
import { withdrawMediation } from './store/mediations.ts';

/** What a mediation has to do with the steps of its referral. */
export const mediationReferral: OwnSteps<Store> = {
  async allows(db, side, action, { store, db: ofRequest }) {
    const { mediations } = store;
    // Within a transaction the row is read there; for a page of referrals all rows are read at once.
    const mediation = await (db === ofRequest
      ? mediations.ofReferral.load(side.id)
      : mediations.find(db, { referralId: side.id }));
    return mediationAllows(action, mediation);
  },
  apply: { AGREE_WITHDRAWAL: (tx, side) => withdrawMediation(tx, side.id) },
};
