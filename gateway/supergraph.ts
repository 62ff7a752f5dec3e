import { Supergraph } from '@apollo/federation-internals';
import type { GraphQLSchema } from 'graphql';
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
    throw new SupergraphFault(error instanceof Error ? error.message : 'It cannot be read.', { cause: error });
  }
}
