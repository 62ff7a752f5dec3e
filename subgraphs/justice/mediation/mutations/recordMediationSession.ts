import { optionalText, requireText } from '../../../kit/command.ts';
import { invalidInput } from '../../../kit/problems/problem.ts';
import { actorOf } from '../../../kit/referrals/side.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { runMediationStep } from './mediationCommand.ts';

const LONGEST = { place: 200, participants: 500, note: 4_000 };

export const recordMediationSession: Required<MutationResolvers>['recordMediationSession'] = (_, { input }, context) =>
  runMediationStep('recordMediationSession', input, context, async (tx, { id, status, referralId }) => {
    const { store, viewer, referrals } = context;
    const heldAt = new Date(input.heldAt);
    if (heldAt > new Date()) throw invalidInput(['heldAt'], 'DATE_IN_FUTURE', heldAt.toISOString());
    const session = {
      mediationId: id,
      heldAt,
      place: requireText(['place'], input.place, LONGEST.place),
      participants: requireText(['participants'], input.participants, LONGEST.participants),
      note: optionalText(['note'], input.note, LONGEST.note),
    };
    await store.mediationSessions.insert(tx, session, viewer.username);
    await store.mediations.begin(tx, id);
    if (status !== 'ASSIGNED' || referralId === null) return;
    await referrals.transition(tx, referralId, { action: 'START', actor: actorOf(viewer) });
  });
