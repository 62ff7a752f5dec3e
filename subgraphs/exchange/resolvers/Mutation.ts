import type { MutationResolvers } from '../generated/resolvers.ts';
import { resendDeadLetter } from './mutations/resendDeadLetter.ts';

export const Mutation: MutationResolvers = { resendDeadLetter };
