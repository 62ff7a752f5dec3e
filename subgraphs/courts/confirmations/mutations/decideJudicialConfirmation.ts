import { optionalText, payload, requireText, runCommand } from '../../../kit/command.ts';
import { shanghaiDay } from '../../../kit/formats/day.ts';
import { invalidInput, transitionConflict } from '../../../kit/problems/problem.ts';
import { actorOf } from '../../../kit/referrals/side.ts';
import type { DecideJudicialConfirmationInput, MutationResolvers } from '../../generated/resolvers.ts';
import { confirmationAllows } from '../rules/confirmationSteps.ts';
import type { JudicialConfirmation } from '../store.ts';

type Resolver = Required<MutationResolvers>['decideJudicialConfirmation'];

const LONGEST_REASON = 2_000;

export const decideJudicialConfirmation: Resolver = async (_, { input }, context) => {
  const { store, viewer, referrals } = context;
  const outcome = await runCommand({
    name: 'decideJudicialConfirmation',
    input,
    context,
    run: async (tx) => {
      // Messages lock the referral before they change the confirmation: in the same order nobody waits for each other.
      const found = await store.judicialConfirmations.read(tx, input.judicialConfirmationId);
      const side = found?.referralId && (await referrals.lock(tx, found.referralId));
      const confirmation = side && (await store.judicialConfirmations.lock(tx, found.id));
      if (!confirmation) throw invalidInput(['judicialConfirmationId'], 'NOT_FOUND', input.judicialConfirmationId);
      if (confirmation.version !== input.expectedVersion) throw transitionConflict('VERSION_CONFLICT', confirmation);
      if (!confirmationAllows('CONCLUDE', confirmation.status))
        throw transitionConflict('STATUS_CONFLICT', confirmation);
      const ruling = readRuling(input, confirmation);
      await store.judicialConfirmations.decide(tx, confirmation.id, ruling);
      await referrals.transition(tx, side.id, {
        action: 'CONCLUDE',
        actor: actorOf(viewer),
        body: { ...ruling, number: confirmation.number },
      });
      return confirmation.id;
    },
  });
  return payload('judicialConfirmation', outcome, (id) => context.store.judicialConfirmations.byId.load(id));
};

/** @throws Problem */
function readRuling(input: DecideJudicialConfirmationInput, { acceptedOn, appliedOn }: JudicialConfirmation) {
  const { confirmed, ruledOn } = input;
  const earliest = acceptedOn ?? appliedOn;
  if (ruledOn > shanghaiDay(new Date())) throw invalidInput(['ruledOn'], 'DATE_IN_FUTURE', ruledOn);
  if (ruledOn < earliest) throw invalidInput(['ruledOn'], beforeAcceptance(earliest), ruledOn);
  const readReason = confirmed ? optionalText : requireText;
  return { confirmed, ruledOn, reason: readReason(['reason'], input.reason, LONGEST_REASON) };
}

function beforeAcceptance(earliest: string) {
  return {
    code: 'RULED_BEFORE_ACCEPTANCE',
    message: { zh: '裁定日期早于受理日期。', en: 'The ruling is earlier than the acceptance.' },
    accepted: { zh: `${earliest} 或以后`, en: `${earliest} or later` },
  };
}
