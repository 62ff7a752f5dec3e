import type { Capability } from '../../kit/definition.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { DeadLetter } from './DeadLetter.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';
import { RefusedEnvelope } from './RefusedEnvelope.ts';

const resolvers: Resolvers = { Query, Mutation, DeadLetter, RefusedEnvelope };

/** What operators and auditors see of the relay: dead letters, refused envelopes, the check of the ledger. */
export const relay: Capability<Context> = {
  resolvers,
};
