import { requireBetween, requireText } from '../../../kit/command.ts';
import { actorOf } from '../../../kit/referrals/side.ts';
import type { MutationResolvers } from '../../generated/resolvers.ts';
import { AID_CASE_STEPS } from '../rules/aidCaseSteps.ts';
import { runAidCaseStep } from './aidCaseCommand.ts';

const MOST_ITEMS = 20;
const LONGEST_ITEM = 200;

export const requestAidMaterials: Required<MutationResolvers>['requestAidMaterials'] = (_, { input }, context) =>
  runAidCaseStep('requestAidMaterials', input, context, async (tx, aidCase) => {
    const { store, viewer, referrals } = context;
    requireBetween(['materials', 'length'], input.materials.length, 1, MOST_ITEMS);
    const materials = input.materials.map((item, index) => requireText(['materials', index], item, LONGEST_ITEM));
    await store.materialRequests.insert(tx, { aidCaseId: aidCase.id, materials, requestedBy: viewer.username });
    await store.aidCases.change(tx, aidCase.id, { status: AID_CASE_STEPS.requestAidMaterials.to });
    await referrals.transition(tx, aidCase.referralId, { action: 'HOLD', actor: actorOf(viewer), body: { materials } });
  });
