import type { Capability } from '../../kit/definition.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { Region } from './Region.ts';

const resolvers: Resolvers = { Region };

/** The procuratorates 检察院. */
export const units: Capability<Context> = {
  resolvers,
};
