import type { Capability } from '../../kit/definition.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { Query } from './Query.ts';

const resolvers: Resolvers = { Query };

/** The sharing catalogue 共享目录. */
export const sharing: Capability<Context> = {
  resolvers,
};
