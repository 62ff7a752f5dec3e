import { Supergraph } from '@apollo/federation-internals';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { SupergraphFault } from './supergraphFault.ts';

export interface ReadSupergraph {
  /** Its text, as it came. */
  text: string;
  /** What clients see: the supergraph without what is for routers only. */
  schema: GraphQLSchema;
  /** Each with the address that the supergraph has for it, which may be empty. */
  subgraphs: readonly { name: string; url: string }[];
}

/** @throws SupergraphFault where it is no federation supergraph, or needs what is not served here */
export function readSupergraph(text: string): ReadSupergraph {
  try {
    const supergraph = Supergraph.build(text);
    const schema = supergraph.apiSchema().toGraphQLJSSchema();
    return { text, schema, subgraphs: supergraph.subgraphsMetadata() };
  } catch (error) {
    throw faultOf(error as GraphQLError & { causes?: readonly GraphQLError[] });
  }
}

/** What federation-internals' codes mean. */
const FAULTS: Readonly<Record<string, readonly [string, string]>> = {
  INVALID_FEDERATION_SUPERGRAPH: ['NOT_A_SUPERGRAPH', 'It is no federation 2 supergraph'],
  CheckFailed: ['UNSUPPORTED_FEATURE', 'It needs a feature that is not served here'],
};
const NOT_GRAPHQL = ['NOT_GRAPHQL', 'It is not GraphQL'] as const;
const INVALID_SCHEMA = ['INVALID_SCHEMA', 'Its schema does not hold together'] as const;

function faultOf(error: GraphQLError & { causes?: readonly GraphQLError[] }): SupergraphFault {
  const { code } = error.extensions ?? {};
  const [ours, words] = code === undefined ? NOT_GRAPHQL : (FAULTS[String(code)] ?? INVALID_SCHEMA);
  const [place] = error.locations ?? error.causes?.[0]?.locations ?? [];
  const where = place ? ` (line ${place.line}, column ${place.column}).` : '.';
  return new SupergraphFault(ours, words + where, { message: error.message, cause: error });
}
