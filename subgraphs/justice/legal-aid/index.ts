import type { Capability } from '../../kit/definition.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { Case } from './Case.ts';
import { LegalAidCase } from './LegalAidCase.ts';
import { Person } from './Person.ts';
import { Query } from './Query.ts';
import type { LegalAidCase as LegalAidCaseRecord } from './store.ts';

const resolvers: Resolvers = { Query, Case, LegalAidCase, Person };

/** Legal aid 法律援助. */
export const legalAid: Capability<Context> = {
  resolvers,
  about: {
    LegalAidCase: ({ id, caseId, applicantToken }: LegalAidCaseRecord) => ({ id, caseId, persons: [applicantToken] }),
  },
};
