import { operationFromDocument, type Supergraph } from '@apollo/federation-internals';
import { type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { type DocumentNode, Kind } from 'graphql';

/** Apollo's planner. */
export interface Planner {
  /** @param index of the operation among the document's definitions */
  planOf(document: DocumentNode, index: number): QueryPlan;
}

export function createPlanner(supergraph: Supergraph): Planner {
  const schema = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph);
  return {
    planOf: ({ definitions }, index) =>
      planner.buildQueryPlan(
        operationFromDocument(schema, {
          kind: Kind.DOCUMENT,
          definitions: definitions.filter((node, at) => node.kind !== Kind.OPERATION_DEFINITION || at === index),
        }),
      ),
  };
}
