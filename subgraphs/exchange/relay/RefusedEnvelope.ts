import type { RefusedEnvelopeResolvers } from '../generated/resolvers.ts';

/** GraphQL's Int has 32 bits. */
const MOST_SHOWN = 2 ** 31 - 1;

export const RefusedEnvelope: RefusedEnvelopeResolvers = {
  from: ({ claimedFrom }) => claimedFrom,
  count: ({ count }) => Math.min(count, MOST_SHOWN),
};
