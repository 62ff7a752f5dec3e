import type { ReferralResolvers } from '../generated/resolvers.ts';

export const Referral: ReferralResolvers = {
  justiceSide: ({ id }, _, { sides }) => sides.load(id),
};
