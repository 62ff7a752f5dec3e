import type { ReferralActionResolvers, ReferralStatus } from '../generated/resolvers.ts';

export const ReferralAction: ReferralActionResolvers = {
  action: ({ code }) => code,
  label: ({ label }, _, { viewer }) => label[viewer.language],
  operation: ({ kind, code }) => kind.operations[code] ?? null,
  leadsTo: ({ to }) => to as ReferralStatus | null,
  reasons: ({ kind, code, reason }, _, { rules, viewer }) =>
    reason
      ? rules.reasonsFor(kind, code).map((option) => ({ code: option.code, label: option.words[viewer.language] }))
      : [],
};
