import type { MutationResolvers } from '../generated/resolvers.ts';
import { recordAssistanceMeasure } from './recordAssistanceMeasure.ts';
import { recordVisit } from './recordVisit.ts';

export const Mutation: MutationResolvers = { recordAssistanceMeasure, recordVisit };
