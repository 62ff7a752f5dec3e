import type { MutationResolvers } from '../generated/resolvers.ts';
import { registerCase } from './mutations/registerCase.ts';
import { resendDeadLetter } from './mutations/resendDeadLetter.ts';

export const Mutation: MutationResolvers = { registerCase, resendDeadLetter };
