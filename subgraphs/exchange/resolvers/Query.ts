import { requireFollower } from '../../kit/followers.ts';
import { PAGE_LIMIT, pageSize } from '../../kit/paging.ts';
import { mayAsk } from '../../kit/permissions.ts';
import { forbidden } from '../../kit/requestError.ts';
import type { Context } from '../context.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { regionOf } from '../regionOf.ts';
import { verifyLedger } from '../relay/verifyLedger.ts';
import { windowOf } from '../relay/window.ts';
import { catalogue } from '../sharingCatalogue.ts';

export const Query: QueryResolvers = {
  viewer: (_, __, { viewer }) => viewer,
  case: (_, { id }, { store }) => store.cases.byId.load(id),
  caseByNumber: (_, { number }, { store }) => store.cases.byNumber.load(number),
  cases: (_, { filter, ...page }, { store }) => store.cases.page(page, filter ?? {}),
  referral: (_, { id }, { store }) => store.referrals.byId.load(id),
  referrals: (_, { filter, ...page }, { store }) => store.referrals.page(page, filter ?? {}),
  referralKinds: (_, __, { rules }) => [...rules.kinds],
  referralEventCursor: (_, __, { feed, viewer }) => {
    requireFollower(viewer, 'referralEvents');
    return feed.cursor();
  },
  agencies: (_, __, { store }) => store.agencies.all(),
  region: (_, { code }) => regionOf(code),
  deadLetters: (_, { first }, context) => {
    requirePermission(context, 'deadLetters');
    return context.store.deadLetters.newest(pageSize(first, context.viewer));
  },
  refusedEnvelopes: (_, { first }, context) => {
    requirePermission(context, 'refusedEnvelopes');
    return context.store.refusedEnvelopes.newest(pageSize(first, context.viewer));
  },
  referralWindow: async (_, { referral }, { db, rules, viewer }) => {
    const window = await windowOf(db, rules, referral, viewer);
    return window && { ...window, persons: window.personTokens.length };
  },
  sharingCatalogue: (_, { first, after, agency, type }, { viewer }) =>
    catalogue({
      first: pageSize(first ?? PAGE_LIMIT, viewer),
      after: after ?? null,
      agency: agency ?? null,
      type: type ?? null,
    }),
  ledgerVerification: (_, __, context) => {
    requirePermission(context, 'ledgerVerification');
    return verifyLedger(context.db, { rules: context.rules });
  },
};

function requirePermission({ viewer }: Context, query: string): void {
  if (!mayAsk(viewer, query)) throw forbidden(viewer.language);
}
