import type { PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';
import { SubgraphFault } from '../../subgraphs/subgraphFault.ts';
import { compileBody } from '../fetch/compileBody.ts';
import { compileFetch, type FetchParts, type SendFetch, type Step } from '../fetch/compileFetch.ts';
import type { PlanPath } from '../fetch/paths.ts';
import { bytesOf } from '../latin1Text.ts';

/** Compiles a query plan; null for a plan without fetches. */
export function compilePlan({ node }: QueryPlan, parts: FetchParts): Step | null {
  if (!node) return null;
  return node.kind === 'Subscription' ? compileEvent(node, parts) : compileNode(node, [], parts);
}

/** The request of a subscription to the subgraph that streams it. */
export interface Source {
  subgraph: string;
  bodyFor(variables: Readonly<Record<string, unknown>>): Buffer;
}

/** Null for an operation that is not a subscription. */
export function compileSource({ node }: QueryPlan): Source | null {
  if (node?.kind !== 'Subscription') return null;
  const toBody = compileBody(node.primary);
  return { subgraph: node.primary.serviceName, bodyFor: (variables) => bytesOf(toBody(variables, null)) };
}

/** One event of a subscription: the streamed result takes the place of the first fetch. */
function compileEvent({ primary, rest }: SubscriptionNode, parts: FetchParts): Step {
  const takeStreamed: SendFetch = async ({ streamed }) => {
    if (streamed === null) throw new SubgraphFault('NOT_AN_ANSWER');
    return { body: streamed, usedGrant: false, grant: undefined };
  };
  const first = compileFetch(primary, [], { ...parts, send: takeStreamed });
  const others = rest ? compileNode(rest, [], parts) : null;
  return async (run) => {
    await first(run);
    await others?.(run);
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
      const defaultValue = parts.defaultOf(node.condition);
      return async (run) => (run.isTrue(node.condition, defaultValue) ? whenTrue?.(run) : whenFalse?.(run));
    }
    case 'Defer':
      throw new Error('The planner was not asked for @defer.');
  }
}
