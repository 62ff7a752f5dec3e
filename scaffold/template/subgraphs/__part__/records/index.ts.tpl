import type { Capability } from '../../kit/definition.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { __type__Record } from './__type__Record.ts';
import { Case } from './Case.ts';
import { Query } from './Query.ts';
import type { __type__Record as Row } from './store.ts';

const resolvers: Resolvers = { Query, Case, __type__Record };

/** What the agency records on a person 业务记录. */
export const records: Capability<Context> = {
  resolvers,
  about: { __type__Record: ({ id, caseId, personToken }: Row) => ({ id, caseId, persons: [personToken] }) },
};
