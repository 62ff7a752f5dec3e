import type { Capability } from '../../kit/definition.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { Case } from './Case.ts';
import { JudicialConfirmation } from './JudicialConfirmation.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';
import { Referral } from './Referral.ts';
import type { JudicialConfirmation as JudicialConfirmationRecord } from './store.ts';

const resolvers: Resolvers = { Query, Mutation, Case, JudicialConfirmation, Referral };

/** Judicial confirmation of mediation agreements 司法确认: joint applications and the rulings on them. */
export const confirmations: Capability<Context> = {
  resolvers,
  about: {
    JudicialConfirmation: ({ id, caseId, applicantTokens }: JudicialConfirmationRecord) => ({
      id,
      caseId,
      persons: applicantTokens,
    }),
  },
};
