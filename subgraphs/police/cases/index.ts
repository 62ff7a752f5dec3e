import type { Capability } from '../../kit/definition.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { Case } from './Case.ts';
import { CaseParty } from './CaseParty.ts';
import { Person } from './Person.ts';
import { PoliceCase } from './PoliceCase.ts';
import { Query } from './Query.ts';
import { casesOfPerson } from './store/casesOfPerson.ts';
import type { PoliceCase as PoliceCaseRecord } from './store/policeCases.ts';

const resolvers: Resolvers = { Query, Case, CaseParty, Person, PoliceCase };

/** Criminal and administrative cases of the police 刑事、行政案件. */
export const cases: Capability<Context> = {
  resolvers,
  about: { PoliceCase: ({ id, caseId }: PoliceCaseRecord) => ({ id, caseId }) },
  casesOfPerson,
};
