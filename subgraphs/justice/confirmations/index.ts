import type { Capability } from '../../kit/definition.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { ConfirmationApplication } from './ConfirmationApplication.ts';
import { Mediation } from './Mediation.ts';
import { Mutation } from './Mutation.ts';

const resolvers: Resolvers = { Mutation, ConfirmationApplication, Mediation };

/** Joint applications to have mediation agreements confirmed by a court 司法确认申请. */
export const confirmations: Capability<Context> = { resolvers };
