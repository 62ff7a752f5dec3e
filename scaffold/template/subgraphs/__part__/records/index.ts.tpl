import type { Capability } from '../../kit/definition.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { __Type__Record } from './__Type__Record.ts';
import { Case } from './Case.ts';
import { Query } from './Query.ts';
import type { __Type__Record as Row } from './store.ts';

const resolvers: Resolvers = { Query, Case, __Type__Record };

/** What the agency records on a person 业务记录. */
export const records: Capability<Context> = {
  resolvers,
  about: { __Type__Record: ({ id, caseId, personToken }: Row) => ({ id, caseId, persons: [personToken] }) },
};
