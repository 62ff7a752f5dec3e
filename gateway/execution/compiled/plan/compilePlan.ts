import { operationFromDocument, type Supergraph } from '@apollo/federation-internals';
import { type PlanNode, type QueryPlan, QueryPlanner, type SubscriptionNode } from '@apollo/query-planner';
import { type DocumentNode, Kind } from 'graphql';
import { SubgraphFault } from '../../subgraphs/subgraphFault.ts';
import { type Ask, compileBody, compileFetch, type FetchParts, type Step } from '../fetch/compileFetch.ts';
import type { PlanPath } from '../fetch/paths.ts';
import { bytesOf } from '../json/latin1Text.ts';

export interface Planner {
  /** @param chosen which of the document's definitions is to run */
  planOf(document: DocumentNode, chosen: number): QueryPlan;
}

/** Apollo's planner. */
export function createPlanner(supergraph: Supergraph): Planner {
  const schema = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph);
  return {
    planOf: ({ definitions }, chosen) =>
      planner.buildQueryPlan(
        operationFromDocument(schema, {
          kind: Kind.DOCUMENT,
          definitions: definitions.filter((node, at) => node.kind !== Kind.OPERATION_DEFINITION || at === chosen),
        }),
      ),
  };
}

/** Makes a plan ready to run; null for one without anything to fetch. */
export function compilePlan({ node }: QueryPlan, parts: FetchParts): Step | null {
  if (!node) return null;
  return node.kind === 'Subscription' ? compileEvent(node, parts) : compileNode(node, [], parts);
}

/** What a subscription asks of the subgraph that streams it. */
export interface Source {
  subgraph: string;
  body(variables: Readonly<Record<string, unknown>>): Buffer;
}

/** Null for what is no subscription. */
export function compileSource({ node }: QueryPlan): Source | null {
  if (node?.kind !== 'Subscription') return null;
  const toBody = compileBody(node.primary);
  return { subgraph: node.primary.serviceName, body: (variables) => bytesOf(toBody(variables, null)) };
}

/** One event of a subscription: what has been streamed stands for the answer to the first fetch. */
function compileEvent({ primary, rest }: SubscriptionNode, parts: FetchParts): Step {
  const streamed: Ask = async ({ streamed }) => {
    if (streamed === null) throw new SubgraphFault('NOT_AN_ANSWER');
    return { body: streamed, usedWindow: false, word: undefined };
  };
  const take = compileFetch(primary, [], { ...parts, ask: streamed });
  const complete = rest ? compileNode(rest, [], parts) : null;
  return async (run) => {
    await take(run);
    await complete?.(run);
  };
}

function compileNode(node: PlanNode, path: PlanPath, parts: FetchParts): Step {
  switch (node.kind) {
    case 'Fetch':
      return compileFetch(node, path, parts);
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path], parts);
    case 'Sequence': {
      const steps = node.nodes.map((each) => compileNode(each, path, parts));
      return async (run) => {
        for (const step of steps) await step(run);
      };
    }
    case 'Parallel': {
      const steps = node.nodes.map((each) => compileNode(each, path, parts));
      return async (run) => {
        await Promise.all(steps.map((step) => step(run)));
      };
    }
    case 'Condition': {
      const whenTrue = node.ifClause ? compileNode(node.ifClause, path, parts) : null;
      const whenFalse = node.elseClause ? compileNode(node.elseClause, path, parts) : null;
      const fallback = parts.defaultOf(node.condition);
      return async (run) => (run.isTrue(node.condition, fallback) ? whenTrue?.(run) : whenFalse?.(run));
    }
    case 'Defer':
      throw new Error('The planner was not asked for parts that come later.');
  }
}
