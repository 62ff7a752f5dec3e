import type { Capability } from '../../kit/definition.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { Case } from './Case.ts';
import { CaseEvent } from './CaseEvent.ts';
import { CaseNumberEntry } from './CaseNumberEntry.ts';
import { Mutation } from './Mutation.ts';
import { Query } from './Query.ts';

const resolvers: Resolvers = { Query, Mutation, Case, CaseEvent, CaseNumberEntry };

/** The register of cases 案件登记. */
export const register: Capability<Context> = {
  resolvers,
};
