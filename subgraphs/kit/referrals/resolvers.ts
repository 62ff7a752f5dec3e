import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../definition.ts';
import { camelName } from './permitted.ts';
import type { ReferralSide } from './side.ts';
import { type createReferralSteps, inputsOf, type OfferedAction } from './steps.ts';

/** The field of an agency's own side: WOMENS_FEDERATION → womensFederationSide. */
function sideField(agency: string): string {
  return `${camelName(agency)}Side`;
}

/** Resolvers of the types that every agency has of its referrals. */
export function referralResolvers<Store>(agency: string, steps: ReturnType<typeof createReferralSteps<Store>>) {
  return {
    Referral: {
      [sideField(agency)]: ({ id }: { id: string }, _: unknown, { sides }: Context<Store>) => sides.load(id),
    },
    ReferralSide: {
      agency: () => agency,
      withdrawalRequest: (side: ReferralSide, _: unknown, { withdrawalRequests }: Context<Store>) =>
        withdrawalRequests.load(side),
      availableActions: (side: ReferralSide, _: unknown, context: Context<Store>) => steps.available(side, context),
    },
    ReferralAction: {
      action: ({ code }: OfferedAction) => code,
      label: ({ label }: OfferedAction, _: unknown, { viewer }: Context<Store>) => label[viewer.language],
      inputs: (action: OfferedAction, _: unknown, __: Context<Store>, info: GraphQLResolveInfo) =>
        inputsOf(action, info),
      leadsTo: ({ to }: OfferedAction) => to,
      reasons: ({ kind, code, reason }: OfferedAction, _: unknown, { rules, viewer }: Context<Store>) =>
        reason
          ? rules.reasonsFor(kind, code).map((option) => ({ code: option.code, label: option.words[viewer.language] }))
          : [],
    },
  };
}
