import { regionOf } from '../agencies/store/regions.ts';
import type { ReferralResolvers } from '../generated/resolvers.ts';
import { isOverdue, stateOf } from './deadlineState.ts';

export const Referral: ReferralResolvers = {
  __resolveReference: ({ id }, { store }) => store.referrals.byId.load(id),
  kind: ({ kind }, _, { rules }) => rules.kind(kind) ?? unknown('kind'),
  from: ({ fromAgency }) => ({ code: fromAgency }),
  to: ({ toAgency }) => ({ code: toAgency }),
  delivery: async ({ id }, _, { store }) => (await store.referrals.newestDelivery.load(id))?.state ?? 'RELAYED',
  region: ({ regionCode }) => regionOf(regionCode) ?? unknown('region'),
  case: ({ caseId }, _, { store }) => (caseId === null ? null : store.cases.byId.load(caseId)),
  persons: ({ personTokens }) => personTokens.map((token) => ({ token })),
  deadlines: ({ id }, _, { store }) => store.deadlines.ofReferral.allOf(id),
  overdue: async ({ id }, _, { store }) =>
    (await store.deadlines.ofReferral.allOf(id)).some((row) => stateOf(row) === 'OPEN' && isOverdue(row)),
  history: async ({ id }, { first }, { store }) => (await store.history.ofReferral.of(id, first)).toReversed(),
  parent: ({ parentId }, _, { store }) => (parentId === null ? null : store.referrals.byId.load(parentId)),
  children: ({ id }, { first }, { store }) => store.referrals.childrenOf.of(id, first),
};

function unknown(what: string): never {
  throw new Error(`A referral of an unknown ${what}.`);
}
