import { regionOf } from '../agencies/store/regions.ts';
import type { CaseResolvers } from '../generated/resolvers.ts';

export const Case: CaseResolvers = {
  __resolveReference: ({ id }, { store }) => store.cases.byId.load(id),
  region: ({ regionCode }) => regionOf(regionCode) ?? unknownRegion(),
  numbers: ({ id }, _, { store }) => store.cases.numbersOf.of(id, store.cases.all),
  agencies: async ({ id }, _, { store }) =>
    (await store.cases.agenciesOf.of(id, store.cases.all)).map(({ agency }) => ({ code: agency })),
  timeline: async ({ id }, { first }, { store }) => (await store.history.ofCase.of(id, first)).toReversed(),
};

function unknownRegion(): never {
  throw new Error('A case of a region that GB/T 2260 does not have.');
}
