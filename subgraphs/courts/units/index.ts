import type { Capability } from '../../kit/definition.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { Court } from './Court.ts';
import { Region } from './Region.ts';

const resolvers: Resolvers = { Court, Region };

/** The courts 法院. */
export const units: Capability<Context> = {
  resolvers,
};
