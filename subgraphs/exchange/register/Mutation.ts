import type { MutationResolvers } from '../generated/resolvers.ts';
import { registerCase } from './registerCase.ts';

export const Mutation: MutationResolvers = { registerCase };
