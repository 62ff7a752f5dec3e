import type { ConfirmationApplicationResolvers } from '../generated/resolvers.ts';
import { applicationStatus } from './rules/applicationStatus.ts';

export const ConfirmationApplication: ConfirmationApplicationResolvers = {
  status: ({ referralStatus, confirmed }) => applicationStatus(referralStatus, confirmed),
  referral: ({ referralId }) => ({ id: referralId }),
};
