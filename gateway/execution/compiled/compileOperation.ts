import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLFormattedError,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { completeData } from './answer/completeValue.ts';
import { createSelections, type Selection } from './answer/selections.ts';
import { compileWriter, type Writer } from './answer/writer.ts';
import type { FetchParts, Step } from './fetch/compileFetch.ts';
import { mergeAll } from './fetch/mergeResponse.ts';
import { toWire, type Wire } from './json/latin1Text.ts';
import type { Run } from './operationRun.ts';
import { compilePlan, compileSource, type Planner, type Source } from './plan/compilePlan.ts';
import { defaultsOf, leavesIn } from './plan/conditions.ts';
import { compileIntrospection, type Introspect } from './plan/introspection.ts';
import type { Plannable } from './plan/plannableDocument.ts';

/** An operation that has been planned and made into a program, once. */
export interface CompiledOperation {
  /** Fetches what the plan says into the run's data; null where nothing is to be fetched. */
  fetch: Step | null;
  /** What a subscription asks of the subgraph that streams it; null for other operations. */
  source: Source | null;
  /** Names in the answer by those in the data, where they differ. */
  answered: ReadonlyMap<string, string>;
  /** The data of the answer as JSON; what is missing and not yet told becomes an error of the run. */
  write(run: Run): Wire;
}

export interface CompilerParts extends Omit<FetchParts, 'defaultOf'> {
  schema: GraphQLSchema;
  planner: Planner;
  toPlannable(document: DocumentNode): Plannable;
}

/** Combinations of @skip and @include for which an operation is kept written. */
const MOST_SHAPES = 16;

/** @throws what the planner throws where it finds no plan */
export function compileOperation(
  document: DocumentNode,
  node: OperationDefinitionNode,
  { schema, planner, toPlannable, ...parts }: CompilerParts,
): CompiledOperation {
  const root = schema.getRootType(node.operation) as GraphQLObjectType;
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const defaults = defaultsOf(node);
  const defaultOf = (variable: string) => defaults.get(variable) ?? false;
  const conditions = conditionVariables(document);
  const shapes = new Map<string, Shape>();

  const { document: plannable, fromOf, answered } = toPlannable(document);
  const planned = planner.planOf(plannable, document.definitions.indexOf(node));
  const plan: Step | null = compilePlan(planned, { ...parts, defaultOf });
  const introspect: Introspect | null = compileIntrospection(schema, document, node);

  const shapeFor = (run: Run): Shape => {
    const key = conditions.map((variable) => (run.isTrue(variable, defaultOf(variable)) ? 1 : 0)).join('');
    let shape = shapes.get(key);
    if (!shape) {
      if (shapes.size >= MOST_SHAPES) shapes.clear();
      const isIncluded = (directives: readonly DirectiveNode[] = []) =>
        directives.every((directive) => leavesIn(directive, (variable) => run.isTrue(variable, defaultOf(variable))));
      const selection = createSelections({ schema, fragments, isIncluded, fromOf }).selectionOf([node.selectionSet]);
      shape = { selection, write: compileWriter(schema, root, selection) };
      shapes.set(key, shape);
    }
    return shape;
  };

  return {
    answered,
    source: compileSource(planned),
    fetch: introspect ? introspected(introspect, plan) : plan,
    write(run) {
      const { selection, write } = shapeFor(run);
      const written = write(run.data, run.isPlain);
      if (written !== null) return written;
      const { data, faults } = completeData(schema, root, selection, run.data, run.told);
      for (const { path, message } of faults) run.tell(invalid(message), path);
      // What is explained without an error is a null where there may be one; nothing at all never is.
      if (data === null && run.errors.length === 0) run.tell(invalid('What is never null is known to no agency.'), []);
      return JSON.stringify(data);
    },
  };
}

/** What the plan fetches, and what the schema says of itself. */
function introspected(introspect: Introspect, plan: Step | null): Step {
  return async (run) => {
    await plan?.(run);
    mergeAll(run.data, JSON.parse(toWire(JSON.stringify(introspect(run.operation.variables)))));
    run.isPlain = false;
  };
}

function invalid(message: string): GraphQLFormattedError {
  return { message, extensions: { code: 'AGENCY_ANSWER_INVALID' } };
}

/** What an operation selects where its conditions have certain values. */
interface Shape {
  selection: Selection;
  write: Writer;
}

function conditionVariables(document: DocumentNode): string[] {
  const variables = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given }) {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given ?? []) if (value.kind === Kind.VARIABLE) variables.add(value.name.value);
    },
  });
  return [...variables];
}
