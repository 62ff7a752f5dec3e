import type { Capability } from '../../kit/definition.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { PoliceUnit } from './PoliceUnit.ts';
import { Region } from './Region.ts';

const resolvers: Resolvers = { PoliceUnit, Region };

/** The police’s own units 公安机关内设单位. */
export const units: Capability<Context> = {
  resolvers,
};
