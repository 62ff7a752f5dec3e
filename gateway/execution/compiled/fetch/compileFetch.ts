import type { FetchNode } from '@apollo/query-planner';
import type { DirectiveNode } from 'graphql';
import type { SubgraphReply } from '../../subgraphs/subgraphExchange.ts';
import { SubgraphFault } from '../../subgraphs/subgraphFault.ts';
import type { Latin1Text } from '../latin1Text.ts';
import type { OperationRun } from '../operationRun.ts';
import { ownProperty } from '../ownProperties.ts';
import { isIncludedBy } from '../plan/conditions.ts';
import type { IsOfType } from '../plan/typeConditions.ts';
import { compileBody } from './compileBody.ts';
import { createErrorPlacer } from './errorPaths.ts';
import { mergeFields } from './mergeResponse.ts';
import { parseResponse, requireEntities, type SubgraphResponse } from './parseResponse.ts';
import { commonPath, objectsAt, type Path, type PlanPath, pathsAt } from './paths.ts';
import { compileRepresentations, type Representations } from './representations.ts';
import { requestedFields } from './requestedFields.ts';
import { compileRewrites, renamedKeys } from './rewrites.ts';

/** A compiled part of a plan. */
export type Step = (run: OperationRun) => Promise<void>;

/** Sends a fetch to its subgraph. @throws SubgraphFault */
export type SendFetch = (
  run: OperationRun,
  request: { subgraph: string; isRead: boolean; body: Latin1Text },
) => Promise<SubgraphReply>;

export interface FetchParts {
  send: SendFetch;
  isOfType: IsOfType;
  /** The default value of a variable in a condition. */
  defaultOf(variable: string): boolean;
}

/** Compiles one fetch of a plan: sends the request, and merges the response into the data at the fetch's path. */
export function compileFetch(node: FetchNode, path: PlanPath, { send, isOfType, defaultOf }: FetchParts): Step {
  const { serviceName: subgraph, requires, outputRewrites } = node;
  const isRead = node.operationKind !== 'mutation';
  const toBody = compileBody(node);
  const represent = requires ? compileRepresentations(node, isOfType) : null;
  const rewrite = compileRewrites(outputRewrites, isOfType);
  const renamed = renamedKeys(outputRewrites);
  const requested = requestedFields(node, renamed);
  const entityFields = requested.find(({ key }) => key === '_entities')?.below ?? [];

  /** Where a fault of the whole fetch shows. */
  const affectedPaths = (run: OperationRun): Path[] => {
    if (requires) return [commonPath(path)];
    const isIncluded = (directive: DirectiveNode) =>
      isIncludedBy(directive, (variable) => run.isTrue(variable, defaultOf(variable)));
    const keys = requested.filter(
      ({ key, conditions }) => key !== '__typename' && conditions.some((all) => all.every(isIncluded)),
    );
    return pathsAt(run.data, path).flatMap((above) => keys.map(({ key }) => [...above, key]));
  };
  const placeErrors = createErrorPlacer({
    subgraph,
    path,
    isEntityFetch: requires !== undefined,
    renamed,
    affectedPaths,
  });

  return async (run) => {
    const objects = objectsAt(run.data, path);
    if (objects.length === 0) return;
    const representations = represent ? represent(objects) : null;
    if (represent && !representations) return;
    let response: SubgraphResponse;
    try {
      const body = toBody(run.operation.variables, representations);
      const sentAt = performance.now();
      const reply = await send(run, { subgraph, isRead, body });
      run.readHeaders(subgraph, reply, sentAt);
      response = parseResponse(reply.body);
      if (representations) requireEntities(response, representations.count);
    } catch (error) {
      if (!(error instanceof SubgraphFault)) throw error;
      run.agencies[subgraph] = 'failed';
      return run.addUnavailable(affectedPaths(run), subgraph, error);
    }
    if (run.agencies[subgraph] !== 'failed') run.agencies[subgraph] = 'answered';
    const { data, errors } = response;
    // Before the merge, which may replace the objects that the path leads to.
    if (errors) placeErrors(run, errors, Boolean(data), data ? representations : null);
    if (!data) return;
    if (representations) {
      const entities = ownProperty(data, '_entities') as unknown[];
      explainUnknown(run, entities, representations);
      mergeEntities(objects, entities, representations);
    } else {
      rewrite?.(data, null);
      for (const object of objects) mergeFields(object, data, requested);
    }
  };

  /** An agency that does not know an object is not at fault: the fields that it would have added are null without an error. */
  function explainUnknown(run: OperationRun, entities: readonly unknown[], { indices }: Representations): void {
    if (!entities.includes(null)) return;
    const unknown = pathsAt(run.data, path).filter((_, at) => entities[indices[at] as number] === null);
    run.markExplained(unknown);
  }

  function mergeEntities(objects: readonly object[], entities: readonly unknown[], { indices }: Representations): void {
    const rewritten = new Set<number>();
    for (const [at, object] of objects.entries()) {
      const index = indices[at] as number;
      const entity = entities[index];
      if (typeof entity !== 'object' || entity === null) continue;
      if (rewrite && !rewritten.has(index)) {
        rewritten.add(index);
        rewrite(entity, typenameOf(object));
      }
      mergeFields(object, entity, entityFields);
    }
  }
}

function typenameOf(object: object): string | null {
  const typename = ownProperty(object, '__typename');
  return typeof typename === 'string' ? typename : null;
}
