import type { IncidentResolvers } from '../generated/resolvers.ts';

export const Incident: IncidentResolvers = {
  __resolveReference: ({ id }, { store }) => store.incidents.byId.load(id),
  region: ({ regionCode }) => ({ code: regionCode }),
  unit: async ({ unitCode }, _, { store }) => {
    const unit = await store.policeUnits.byCode.load(unitCode);
    if (!unit) throw new Error(`The unit ${unitCode} is gone.`);
    return unit;
  },
};
