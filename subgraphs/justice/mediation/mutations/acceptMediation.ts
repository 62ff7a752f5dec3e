import { payload, runCommand } from '../../../kit/command.ts';
import { invalidInput, transitionConflict } from '../../../kit/problems/problem.ts';
import { actorOf } from '../../../kit/referrals/side.ts';
import { isPossible } from '../../../kit/referrals/sides.ts';
import type { Context } from '../../context.ts';
import type { AcceptMediationInput, MutationResolvers } from '../../generated/resolvers.ts';

export const acceptMediation: Required<MutationResolvers>['acceptMediation'] = async (_, { input }, context) => {
  const { store, viewer, referrals, rules } = context;
  const outcome = await runCommand({
    name: 'acceptMediation',
    input,
    context,
    run: async (tx) => {
      const side = await referrals.lock(tx, input.referralId);
      if (side?.kind !== 'POLICE_MEDIATION') throw invalidInput(['referralId'], 'NOT_FOUND', input.referralId);
      const request = await store.mediationRequests.find(tx, side.id);
      if (!request) throw invalidInput(['referralId'], 'NOT_FOUND', input.referralId);
      if (side.version !== input.expectedVersion) throw transitionConflict('VERSION_CONFLICT', side);
      const accept = rules.action('ACCEPT');
      if (!accept || !isPossible(rules, accept, side)) throw transitionConflict('STATUS_CONFLICT', side);
      const { organisation, mediator } = await requireMediator(input, context);
      const { id, number } = await store.mediations.insert(tx, {
        source: 'POLICE',
        disputeKind: request.disputeKind,
        regionCode: side.handledIn,
        organisationId: organisation.id,
        mediatorId: mediator?.id ?? null,
        referralId: side.id,
        // Of the header, which the police signed and the exchange checked.
        partyTokens: side.personTokens,
      });
      await referrals.transition(tx, side.id, {
        action: 'ACCEPT',
        actor: actorOf(viewer),
        expectedVersion: input.expectedVersion,
        body: { mediationNumber: number, organisation: organisation.name, mediator: mediator?.name ?? null },
      });
      return id;
    },
  });
  return payload('mediation', outcome, (id) => context.store.mediations.byId.load(id));
};

/** The organisation, of the viewer's region, and a mediator of it, if one is named. @throws Problem */
async function requireMediator({ organisationId, mediatorId }: AcceptMediationInput, { store }: Context) {
  const organisation = await store.mediationOrganisations.byId.load(organisationId);
  if (!organisation) throw invalidInput(['organisationId'], 'NOT_FOUND', organisationId);
  if (!mediatorId) return { organisation, mediator: null };
  const mediator = await store.mediators.byId.load(mediatorId);
  if (mediator?.organisationId !== organisation.id) throw invalidInput(['mediatorId'], 'NOT_FOUND', mediatorId);
  return { organisation, mediator };
}
