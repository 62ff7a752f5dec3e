import type { Capability } from '../../kit/definition.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { Incident } from './Incident.ts';
import { Query } from './Query.ts';
import type { Incident as IncidentRecord } from './store.ts';

const resolvers: Resolvers = { Query, Incident };

/** Calls and reports to the police 警情. */
export const incidents: Capability<Context> = {
  resolvers,
  about: { Incident: ({ id }: IncidentRecord) => ({ id }) },
};
