import type { Capability } from '../../kit/definition.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { Agency } from './Agency.ts';
import { Query } from './Query.ts';
import { Region } from './Region.ts';
import { Viewer } from './Viewer.ts';

const resolvers: Resolvers = { Query, Agency, Region, Viewer };

/** Agencies, regions, and who the viewer is. */
export const agencies: Capability<Context> = {
  resolvers,
};
