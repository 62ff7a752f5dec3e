import type { ReferralKindResolvers } from '../generated/resolvers.ts';

/** Agencies that have not joined the hub yet stand in the rules already; the register names only those that have. */
export const ReferralKind: ReferralKindResolvers = {
  name: ({ name }, _, { viewer }) => name[viewer.language],
  from: async ({ from }, _, { store }) => (await store.agencies.byCode.loadMany(from)).filter(isPresent),
  to: async ({ to }, _, { store }) => (await store.agencies.byCode.loadMany(to)).filter(isPresent),
};

function isPresent<T>(value: T | Error | null): value is T {
  return value !== null && !(value instanceof Error);
}
