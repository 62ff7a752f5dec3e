import type { PoliceCaseResolvers } from '../generated/resolvers.ts';

export const PoliceCase: PoliceCaseResolvers = {
  __resolveReference: ({ id }, { store }) => store.policeCases.byId.load(id),
  nature: async ({ natureCode }, _, { store }) => {
    const nature = await store.caseNatures.byCode.load(natureCode);
    if (!nature) throw new Error(`The nature ${natureCode} is gone.`);
    return nature;
  },
  unit: async ({ unitCode }, _, { store }) => {
    const unit = await store.policeUnits.byCode.load(unitCode);
    if (!unit) throw new Error(`The unit ${unitCode} is gone.`);
    return unit;
  },
  region: ({ regionCode }) => ({ code: regionCode }),
  case: ({ caseId }) => ({ id: caseId }),
  parties: ({ id }, { first }, { store }) => store.caseParties.ofPoliceCase.of(id, first),
};
