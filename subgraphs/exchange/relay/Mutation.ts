import type { MutationResolvers } from '../generated/resolvers.ts';
import { resendDeadLetter } from './resendDeadLetter.ts';

export const Mutation: MutationResolvers = { resendDeadLetter };
