import type { Language } from '../viewer.ts';
import type { ProblemData } from './problem.ts';

type Asking = { viewer: { language: Language } };

/** Resolvers of the problem types: the same in every subgraph. */
export const problemResolvers = {
  Problem: { __resolveType: (problem: ProblemData) => problem.__typename },
  InvalidInput: {
    message: (problem: ProblemData, _: unknown, { viewer }: Asking) => problem.words[viewer.language],
    accepted: (problem: Extract<ProblemData, { __typename: 'InvalidInput' }>, _: unknown, { viewer }: Asking) =>
      problem.accepted?.[viewer.language] ?? null,
  },
  TransitionConflict: {
    message: (problem: ProblemData, _: unknown, { viewer }: Asking) => problem.words[viewer.language],
  },
  NotPermitted: { message: (problem: ProblemData, _: unknown, { viewer }: Asking) => problem.words[viewer.language] },
};
