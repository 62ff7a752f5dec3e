import { mayCall } from '../../kit/permissions.ts';
import type { Party } from '../../kit/referrals/rules.ts';
import type { Viewer } from '../../kit/viewer.ts';
import type { ReferralResolvers } from '../generated/resolvers.ts';
import { regionOf } from '../regionOf.ts';
import type { Referral as ReferralRecord } from '../store/referrals.ts';

export const Referral: ReferralResolvers = {
  __resolveReference: ({ id }, { store }) => store.referrals.byId.load(id),
  kind: ({ kind }, _, { rules }) => rules.kind(kind) ?? unknown('kind'),
  from: ({ from }) => ({ code: from }),
  to: ({ to }) => ({ code: to }),
  delivery: async ({ id }, _, { store }) => (await store.referrals.deliveryOf.load(id)) ?? 'RELAYED',
  region: ({ regionCode }) => regionOf(regionCode) ?? unknown('region'),
  case: ({ caseId }, _, { store }) => (caseId === null ? null : store.cases.byId.load(caseId)),
  persons: ({ personTokens }) => personTokens.map((token) => ({ token })),
  deadlines: ({ id }, _, { store }) => store.deadlines.ofReferral.load(id),
  overdue: async ({ id }, _, { store }) =>
    (await store.deadlines.ofReferral.load(id)).some(
      (deadline) => deadline.overdue && !deadline.doneAt && !deadline.paused,
    ),
  history: async ({ id }, { first }, { store }) => (await store.history.ofReferral.of(id, first)).toReversed(),
  availableActions: async (referral, _, { store, rules, viewer }) => {
    const kind = rules.kind(referral.kind);
    const party = partyOf(referral, viewer);
    if (!kind || !party) return [];
    const done = (await store.referrals.actionsOf.load(referral.id)) ?? new Set<string>();
    return rules
      .offered(kind, party, referral.status, done)
      .filter((action) => mayCall(viewer, kind.operations[action.code] ?? ''))
      .map((action) => ({ ...action, kind }));
  },
  parent: ({ parentId }, _, { store }) => (parentId === null ? null : store.referrals.byId.load(parentId)),
  children: ({ id }, { first }, { store }) => store.referrals.childrenOf.of(id, first),
};

function partyOf(referral: ReferralRecord, viewer: Viewer): Party | null {
  if (viewer.agency === referral.from) return 'SENDER';
  return viewer.agency === referral.to ? 'RECEIVER' : null;
}

function unknown(what: string): never {
  throw new Error(`A referral of an unknown ${what}.`);
}
