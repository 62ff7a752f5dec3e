import type { MutationResolvers } from '../generated/resolvers.ts';
import { acceptJudicialConfirmation } from './mutations/acceptJudicialConfirmation.ts';
import { decideJudicialConfirmation } from './mutations/decideJudicialConfirmation.ts';

export const Mutation: MutationResolvers = { acceptJudicialConfirmation, decideJudicialConfirmation };
