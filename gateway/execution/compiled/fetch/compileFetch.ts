import type { FetchNode } from '@apollo/query-planner';
import type { DirectiveNode } from 'graphql';
import type { SubgraphReply } from '../../subgraphs/httpClient.ts';
import { SubgraphFault } from '../../subgraphs/subgraphFault.ts';
import { readWire, toWire, type Wire } from '../json/latin1Text.ts';
import { own } from '../json/ownProperties.ts';
import type { Run } from '../operationRun.ts';
import { leavesIn } from '../plan/conditions.ts';
import type { IsOfType } from '../plan/typeConditions.ts';
import { askedBy, merge } from './mergeResponse.ts';
import { commonPlace, objectsAt, type Path, type PlanPath, placesAt } from './paths.ts';
import { compileRepresentations, type Representations } from './representations.ts';
import { compileRewrites, renamedKeys } from './rewrites.ts';

/** A piece of a plan, ready to run. */
export type Step = (run: Run) => Promise<void>;

/** Asks a subgraph for an operation under way. @throws SubgraphFault */
export type Ask = (run: Run, request: { subgraph: string; isRead: boolean; body: Wire }) => Promise<SubgraphReply>;

export interface FetchParts {
  ask: Ask;
  isOfType: IsOfType;
  /** The default of a variable that is a condition. */
  defaultOf(variable: string): boolean;
}

interface SubgraphResponse {
  data?: object | null;
  errors?: readonly SubgraphError[];
}

interface SubgraphError {
  message?: unknown;
  path?: unknown;
  extensions?: unknown;
}

/** Makes one fetch of a plan: what is sent is written but for variables and representations, what comes is merged in at its place. */
export function compileFetch(node: FetchNode, path: PlanPath, { ask, isOfType, defaultOf }: FetchParts): Step {
  const { serviceName: subgraph, requires, outputRewrites } = node;
  const isRead = node.operationKind !== 'mutation';
  const toBody = compileBody(node);
  const represent = requires ? compileRepresentations(node, isOfType) : null;
  const rewrite = compileRewrites(outputRewrites, isOfType);
  const renamed = renamedKeys(outputRewrites);
  const asked = askedBy(node, renamed);
  /** Of an object that was asked about. */
  const ofEntity = asked.find(({ key }) => key === '_entities')?.below ?? [];

  const asAnswered = (path: readonly unknown[]): Path =>
    path
      .filter((step) => typeof step === 'string' || typeof step === 'number')
      .map((step) => (typeof step === 'string' ? (renamed.get(step) ?? step) : step));

  /** Where the objects are that a fetch at no entity is for: mostly the root. */
  const above = (run: Run): Path[] => (path.length === 0 ? [[]] : placesAt(run.data, path));

  /** Where a fault of the whole fetch shows. */
  const places = (run: Run): Path[] => {
    if (requires) return [commonPlace(path)];
    const leaves = (directive: DirectiveNode) =>
      leavesIn(directive, (variable) => run.isTrue(variable, defaultOf(variable)));
    const keys = asked.filter(({ key, ways }) => key !== '__typename' && ways.some((way) => way.every(leaves)));
    return above(run).flatMap((place) => keys.map(({ key }) => [...place, key]));
  };

  const fail = (run: Run, fault: SubgraphFault): void => {
    run.agencies[subgraph] = 'failed';
    run.failAt(places(run), subgraph, fault);
  };

  return async (run) => {
    const objects = path.length === 0 ? [run.data] : objectsAt(run.data, path);
    if (objects.length === 0) return;
    const representations = represent ? represent(objects, run.isPlain) : null;
    if (represent && !representations) return;
    let response: SubgraphResponse;
    try {
      const body = toBody(run.operation.variables, representations);
      const since = performance.now();
      const reply = await ask(run, { subgraph, isRead, body });
      run.hear(subgraph, reply, since);
      response = parseResponse(run, reply.body);
      if (representations) requireEntities(response, representations.count);
    } catch (error) {
      if (!(error instanceof SubgraphFault)) throw error;
      return fail(run, error);
    }
    if (run.agencies[subgraph] !== 'failed') run.agencies[subgraph] = 'answered';
    const { data, errors } = response;
    // Before the data is merged: it may move what the path leads to.
    const where = lazily(() => placesAt(run.data, path));
    if (errors) tellErrors(run, errors, Boolean(data), data ? representations : null, where);
    if (!data) return;
    if (representations) {
      const entities = own(data, '_entities') as unknown[];
      // That an agency knows nothing of an object is no fault: what it would have added is missing, and explained.
      if (entities.includes(null))
        for (const [index, place] of where().entries())
          if (entities[representations.numbers[index] as number] === null) run.explain([place]);
      mergeEntities(objects, entities, representations);
    } else {
      rewrite?.(data, null);
      for (const object of objects) merge(object, data, asked);
    }
  };

  /** @param representations null also where no entity came: what is said of one of them explains none of the others */
  function tellErrors(
    run: Run,
    errors: readonly SubgraphError[],
    hasData: boolean,
    representations: Representations | null,
    where: () => Path[],
  ): void {
    const placesOfNumber = lazily(() =>
      Map.groupBy(where().keys(), (index) => (representations as Representations).numbers[index]),
    );
    /** Once for each object that its representation stands for. */
    const placesOf = (given: readonly unknown[]): readonly Path[] => {
      if (!requires) return where().map((place) => [...place, ...asAnswered(given)]);
      const [entities, number, ...below] = given;
      if (!representations || entities !== '_entities' || typeof number !== 'number') return [];
      return (placesOfNumber().get(number) ?? []).map((index) => [...(where()[index] as Path), ...asAnswered(below)]);
    };
    const explainAll = lazily(() => run.explain(places(run)));
    for (const { path: given, ...error } of errors) {
      // What more there is to say nobody reads; that something is missing is explained.
      if (run.isFull) {
        explainAll();
        break;
      }
      const found = Array.isArray(given) ? placesOf(given) : [];
      if (found.length > 0 || !hasData) run.failBy(found.length > 0 ? found : places(run), subgraph, error);
      else {
        // What it is about it does not say, and something came: it is about the answer.
        run.failBy([[]], subgraph, error);
        explainAll();
      }
    }
  }

  function mergeEntities(objects: readonly object[], entities: readonly unknown[], { numbers }: Representations): void {
    const rewritten = rewrite ? new Set<number>() : null;
    for (let index = 0; index < objects.length; index += 1) {
      const number = numbers[index] as number;
      const entity = entities[number];
      if (typeof entity !== 'object' || entity === null) continue;
      const object = objects[index] as object;
      if (rewrite && !rewritten?.has(number)) {
        rewritten?.add(number);
        rewrite(entity, typenameOf(object));
      }
      merge(object, entity, ofEntity);
    }
  }
}

function typenameOf(object: object): string | null {
  const typename = own(object, '__typename');
  return typeof typename === 'string' ? typename : null;
}

/** @throws SubgraphFault where it is no GraphQL response */
function parseResponse(run: Run, bytes: Buffer): SubgraphResponse {
  let response: unknown;
  try {
    const wire = readWire(bytes);
    run.isPlain &&= !wire.includes('\\');
    response = JSON.parse(wire);
  } catch {
    throw new SubgraphFault('NOT_AN_ANSWER');
  }
  if (typeof response !== 'object' || response === null || Array.isArray(response))
    throw new SubgraphFault('NOT_AN_ANSWER');
  const { data, errors } = response as { data?: unknown; errors?: unknown };
  const hasErrors = Array.isArray(errors) && errors.length > 0;
  if (errors !== undefined && errors !== null && !isListOfObjects(errors)) throw new SubgraphFault('NOT_AN_ANSWER');
  if (data === undefined || data === null) {
    if (!hasErrors) throw new SubgraphFault('NOT_AN_ANSWER');
  } else if (typeof data !== 'object' || Array.isArray(data)) throw new SubgraphFault('NOT_AN_ANSWER');
  return { data: data as object | null, ...(hasErrors && { errors }) };
}

function isListOfObjects(errors: unknown): boolean {
  return Array.isArray(errors) && errors.every((error) => typeof error === 'object' && error !== null);
}

/** @throws SubgraphFault where there is not one entity, or null, for each that was asked for */
function requireEntities({ data }: SubgraphResponse, count: number): void {
  if (!data) return;
  const entities = own(data, '_entities');
  if (!Array.isArray(entities) || entities.length !== count || !entities.every(isEntity))
    throw new SubgraphFault('NOT_AN_ANSWER');
}

/** Null where the agency knows nothing of the object. */
function isEntity(value: unknown): boolean {
  return typeof value === 'object' && !Array.isArray(value);
}

type ToBody = (variables: Readonly<Record<string, unknown>>, representations: Representations | null) => Wire;

/** Makes what is sent: JSON, written but for the values. */
export function compileBody({ operation, operationName, requires, variableUsages = [] }: FetchNode): ToBody {
  const named = operationName ? `,"operationName":${JSON.stringify(operationName)}` : '';
  const before = toWire(`{"query":${JSON.stringify(operation)}${named},"variables":{`);
  // Where entities are asked for, the plan's own variable has this name.
  const names = requires ? variableUsages.filter((name) => name !== 'representations') : variableUsages;
  return (variables, representations) => {
    let body = before;
    let separator = '';
    if (representations) {
      body += `"representations":${representations.json}`;
      separator = ',';
    }
    for (const name of names) {
      const value = own(variables, name);
      if (value === undefined) continue;
      body += `${separator}${JSON.stringify(name)}:${toWire(JSON.stringify(value))}`;
      separator = ',';
    }
    return `${body}}}`;
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
