import type { Capability } from '../../kit/definition.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { Person } from './Person.ts';
import { PersonIdentity } from './PersonIdentity.ts';
import { Query } from './Query.ts';

const resolvers: Resolvers = { Query, Person, PersonIdentity };

/** Who a person is: the police keep the register of identities 身份信息. */
export const persons: Capability<Context> = {
  resolvers,
};
