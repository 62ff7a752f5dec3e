import { actorOf } from '../../../kit/referrals/side.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { AID_CASE_STEPS } from '../rules/aidCaseSteps.ts';
import { runAidCaseStep } from './aidCaseCommand.ts';

export const recordAidMaterials: Required<MutationResolvers>['recordAidMaterials'] = (_, { input }, context) =>
  runAidCaseStep('recordAidMaterials', input, context, async (tx, aidCase) => {
    const { store, viewer, referrals } = context;
    await store.materialRequests.markReceived(tx, aidCase.id);
    await store.aidCases.change(tx, aidCase.id, { status: AID_CASE_STEPS.recordAidMaterials.to });
    await referrals.transition(tx, aidCase.referralId, { action: 'RESUME', actor: actorOf(viewer) });
  });
