import type { ReferralResolvers } from '../generated/resolvers.ts';

export const Referral: ReferralResolvers = {
  courtsSide: ({ id }, _, { sides }) => sides.load(id),
};
