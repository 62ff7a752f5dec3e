import type { MutationResolvers } from '../generated/resolvers.ts';
import { applyForJudicialConfirmation } from './mutations/applyForJudicialConfirmation.ts';

export const Mutation: MutationResolvers = { applyForJudicialConfirmation };
