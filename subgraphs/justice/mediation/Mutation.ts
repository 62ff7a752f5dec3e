import type { MutationResolvers } from '../generated/resolvers.ts';
import { acceptMediation } from './mutations/acceptMediation.ts';
import { concludeMediation } from './mutations/concludeMediation.ts';
import { recordMediationSession } from './mutations/recordMediationSession.ts';

export const Mutation: MutationResolvers = { acceptMediation, recordMediationSession, concludeMediation };
