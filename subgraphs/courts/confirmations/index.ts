import type { Capability } from '../../kit/definition.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { Case } from './Case.ts';
import { JudicialConfirmation } from './JudicialConfirmation.ts';
import { Query } from './Query.ts';
import type { JudicialConfirmation as JudicialConfirmationRecord } from './store.ts';

const resolvers: Resolvers = { Query, Case, JudicialConfirmation };

/** Judicial confirmation of mediation agreements 司法确认. */
export const confirmations: Capability<Context> = {
  resolvers,
  about: { JudicialConfirmation: ({ id, caseId }: JudicialConfirmationRecord) => ({ id, caseId }) },
};
