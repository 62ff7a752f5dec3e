import { payload, runCommand } from '../../../kit/command.ts';
import { shanghaiDay } from '../../../kit/formats/day.ts';
import { withinRegion } from '../../../kit/formats/regions.ts';
import { invalidInput } from '../../../kit/problems/problem.ts';
import { actorOf } from '../../../kit/referrals/side.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { courtElsewhere, readConfirmationNumber } from '../rules/caseNumber.ts';

type Resolver = Required<MutationResolvers>['acceptJudicialConfirmation'];

export const acceptJudicialConfirmation: Resolver = async (_, { input }, context) => {
  const { store, viewer, referrals } = context;
  const outcome = await runCommand({
    name: 'acceptJudicialConfirmation',
    input,
    context,
    run: async (tx) => {
      const { number, court: code } = readConfirmationNumber(input.number);
      const side = await referrals.lock(tx, input.referralId);
      const confirmation = side && (await store.judicialConfirmations.readByReferral(tx, side.id));
      if (!confirmation) throw invalidInput(['referralId'], 'NOT_FOUND', input.referralId);
      const court = await store.courts.byCode.load(code);
      if (!court || !withinRegion(confirmation.regionCode, court.regionCode)) throw courtElsewhere(number);
      await referrals.transition(tx, side.id, {
        action: 'ACCEPT',
        actor: actorOf(viewer),
        expectedVersion: input.expectedVersion,
        body: { number },
      });
      await store.judicialConfirmations.accept(tx, confirmation.id, { number, acceptedOn: shanghaiDay(new Date()) });
      return confirmation.id;
    },
  });
  return payload('judicialConfirmation', outcome, (id) => context.store.judicialConfirmations.byId.load(id));
};
