import type { Capability } from '../../kit/definition.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { Case } from './Case.ts';
import { Person } from './Person.ts';
import { ProsecutionCase } from './ProsecutionCase.ts';
import { Query } from './Query.ts';
import { casesOfPerson, type ProsecutionCase as ProsecutionCaseRecord } from './store.ts';

const resolvers: Resolvers = { Query, Case, Person, ProsecutionCase };

/** Cases of the procuratorates 检察案件. */
export const cases: Capability<Context> = {
  resolvers,
  about: { ProsecutionCase: ({ id, caseId }: ProsecutionCaseRecord) => ({ id, caseId }) },
  casesOfPerson,
};
