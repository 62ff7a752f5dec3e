import type { ReferralResolvers } from '../generated/resolvers.ts';

export const Referral: ReferralResolvers = {
  policeSide: ({ id }, _, { sides }) => sides.load(id),
};
