import type { ViewerResolvers } from '../generated/resolvers.ts';
import { regionOf } from './store/regions.ts';

export const Viewer: ViewerResolvers = {
  agency: async ({ agency }, _, { store }) => (await store.agencies.byCode.load(agency)) ?? unknownAgency(),
  region: ({ region }) => regionOf(region),
  roles: ({ roles }) => [...roles],
};

function unknownAgency(): never {
  throw new Error("The viewer's agency is not in the register.");
}
