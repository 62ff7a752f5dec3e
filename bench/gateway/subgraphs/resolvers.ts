import type { GraphQLResolverMap } from '@apollo/subgraph';
import type { SubgraphName } from './names.ts';
import * as records from './records.ts';

const numberOf = (id: string) => Number(id.slice(id.lastIndexOf('-') + 1));

/** What each subgraph answers from the records. */
export const RESOLVERS: Readonly<Record<SubgraphName, GraphQLResolverMap<unknown>>> = {
  register: {
    Query: {
      cases: (_, { from, first }) => records.cases(from, first),
      case: (_, { id }) => records.caseRecord(numberOf(id)),
    },
    Case: { __resolveReference: ({ id }) => records.caseRecord(numberOf(id)) },
    Office: { __resolveReference: ({ code }) => records.office(code) },
  },
  persons: {
    Query: { person: (_, { token }) => records.person(token) },
    Person: { __resolveReference: ({ token }) => records.person(token) },
    Organisation: { __resolveReference: ({ id }) => records.organisation(id) },
    Official: { __resolveReference: ({ id }) => records.official(id) },
  },
  courts: {
    Query: { court: () => '示例人民法院' },
    Case: { hearings: ({ id }) => records.hearings(id), hearingCount: ({ id }) => records.hearings(id).length },
    Person: { summonses: ({ token }) => records.summonses(token) },
  },
  aid: {
    Query: { aidBudget: () => 1_000_000 },
    Case: { aid: ({ id, claim, hearingCount }) => records.aidFile(id, claim, hearingCount) },
  },
};
