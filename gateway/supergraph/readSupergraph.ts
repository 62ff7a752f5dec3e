import { Supergraph } from '@apollo/federation-internals';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import { SupergraphFault } from './supergraphFault.ts';

export interface ReadSupergraph {
  /** The supergraph as it came. */
  text: string;
  /** What clients see: the supergraph without the parts for routers. */
  schema: GraphQLSchema;
  /** With the addresses in the supergraph, which may be empty. */
  subgraphs: readonly { name: string; url: string }[];
}

/** @throws SupergraphFault where it is not a federation supergraph, or uses a feature that is not supported */
export function readSupergraph(text: string): ReadSupergraph {
  try {
    const supergraph = Supergraph.build(text);
    const schema = supergraph.apiSchema().toGraphQLJSSchema();
    return { text, schema, subgraphs: supergraph.subgraphsMetadata() };
  } catch (error) {
    throw faultOf(error as GraphQLError & { causes?: readonly GraphQLError[] });
  }
}

/** By error code of federation-internals: our code and reason. */
const FAULTS: Readonly<Record<string, readonly [string, string]>> = {
  INVALID_FEDERATION_SUPERGRAPH: ['NOT_A_SUPERGRAPH', 'It is no federation 2 supergraph'],
  CheckFailed: ['UNSUPPORTED_FEATURE', 'It needs a feature that is not served here'],
};
const NOT_GRAPHQL = ['NOT_GRAPHQL', 'It is not GraphQL'] as const;
const INVALID_SCHEMA = ['INVALID_SCHEMA', 'Its schema does not hold together'] as const;

function faultOf(error: GraphQLError & { causes?: readonly GraphQLError[] }): SupergraphFault {
  const { code } = error.extensions ?? {};
  const [ours, reason] = code === undefined ? NOT_GRAPHQL : (FAULTS[String(code)] ?? INVALID_SCHEMA);
  const [place] = error.locations ?? error.causes?.[0]?.locations ?? [];
  const where = place ? ` (line ${place.line}, column ${place.column}).` : '.';
  return new SupergraphFault(ours, reason + where, { message: error.message, cause: error });
}
