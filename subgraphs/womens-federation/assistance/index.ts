import type { Capability } from '../../kit/definition.ts';
import type { Context } from '../context.ts';
import type { Resolvers } from '../generated/resolvers.ts';
import { ofLead } from '../ofLead.ts';
import { AidLead } from './AidLead.ts';
import { AssistanceMeasure } from './AssistanceMeasure.ts';
import { Mutation } from './Mutation.ts';
import { Visit } from './Visit.ts';

const resolvers: Resolvers = { Mutation, AidLead, AssistanceMeasure, Visit };

/** Help and visits for those of whom a lead is 帮扶、走访. */
export const assistance: Capability<Context> = {
  resolvers,
  about: { AssistanceMeasure: ofLead, Visit: ofLead },
};
