import type { Capability } from '../../kit/definition.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { Case } from './Case.ts';
import { CourtCase } from './CourtCase.ts';
import { CourtCaseParty } from './CourtCaseParty.ts';
import { Person } from './Person.ts';
import { Query } from './Query.ts';
import { type CourtCase as CourtCaseRecord, casesOfPerson } from './store.ts';

const resolvers: Resolvers = { Query, Case, CourtCase, CourtCaseParty, Person };

/** Cases of the courts 法院案件 with their parties and judgments. */
export const cases: Capability<Context> = {
  resolvers,
  about: { CourtCase: ({ id, caseId }: CourtCaseRecord) => ({ id, caseId }) },
  casesOfPerson,
};
