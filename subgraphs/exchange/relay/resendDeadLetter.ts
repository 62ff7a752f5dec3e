import { payload, runCommand } from '../../kit/command.ts';
import { invalidInput } from '../../kit/problems/problem.ts';
import type { MutationResolvers } from '../generated/resolvers.ts';
import { FAULTS } from './faults.ts';

export const resendDeadLetter: Required<MutationResolvers>['resendDeadLetter'] = async (_, { input }, context) => {
  const { store } = context;
  const outcome = await runCommand({
    name: 'resendDeadLetter',
    input,
    context,
    run: async (tx) => {
      const referralId = await store.deadLetters.resend(tx, input.envelopeId);
      if (referralId === null) throw invalidInput(['envelopeId'], FAULTS.DEAD_LETTER_UNKNOWN, input.envelopeId);
      return referralId;
    },
  });
  return payload('referral', outcome, (id) => store.referrals.byId.load(id));
};
