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
import { type Latin1Text, toLatin1 } from './latin1Text.ts';
import type { OperationRun } from './operationRun.ts';
import { compilePlan, compileSource, type Source } from './plan/compilePlan.ts';
import { defaultsOf, isIncludedBy } from './plan/conditions.ts';
import { compileIntrospection, type Introspect } from './plan/introspection.ts';
import type { PlannableDocument } from './plan/plannableDocument.ts';
import type { Planner } from './plan/planner.ts';

/** A planned and compiled operation. */
export interface CompiledOperation {
  /** Fetches the data of a run; null where nothing is to be fetched. */
  fetch: Step | null;
  /** For a subscription: the request to the subgraph that streams it. Else null. */
  source: Source | null;
  /** Names in the answer by those in the data, where they differ. */
  responseNames: ReadonlyMap<string, string>;
  /** The data of the answer as JSON. Adds errors to the run for data that is missing without an explanation. */
  write(run: OperationRun): Latin1Text;
}

export interface CompilerParts extends Omit<FetchParts, 'defaultOf'> {
  schema: GraphQLSchema;
  planner: Planner;
  toPlannable(document: DocumentNode): PlannableDocument;
}

/** Combinations of @skip and @include whose writers are kept. */
const MAX_SHAPES = 16;

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

  const { document: plannable, dataNameOf, responseNames } = toPlannable(document);
  const queryPlan = planner.planOf(plannable, document.definitions.indexOf(node));
  const plan: Step | null = compilePlan(queryPlan, { ...parts, defaultOf });
  const introspect: Introspect | null = compileIntrospection(schema, document, node);

  const shapeFor = (run: OperationRun): Shape => {
    const key = conditions.map((variable) => (run.isTrue(variable, defaultOf(variable)) ? 1 : 0)).join('');
    let shape = shapes.get(key);
    if (!shape) {
      if (shapes.size >= MAX_SHAPES) shapes.clear();
      const isIncluded = (directives: readonly DirectiveNode[] = []) =>
        directives.every((directive) => isIncludedBy(directive, (name) => run.isTrue(name, defaultOf(name))));
      const selections = createSelections({ schema, fragments, isIncluded, dataNameOf });
      const selection = selections.selectionOf([node.selectionSet]);
      shape = { selection, write: compileWriter(schema, root, selection) };
      shapes.set(key, shape);
    }
    return shape;
  };

  return {
    responseNames,
    source: compileSource(queryPlan),
    fetch: introspect ? withIntrospection(introspect, plan) : plan,
    write(run) {
      const { selection, write } = shapeFor(run);
      const written = write(run.data);
      if (written !== null) return written;
      const { data, faults } = completeData(schema, root, selection, run.data, run.explainedPaths);
      for (const { path, message } of faults) run.addError(invalidAnswer(message), path);
      // An agency that does not know an object explains a null without an error, but not an answer without any data.
      if (data === null && run.errors.length === 0)
        run.addError(invalidAnswer('No agency returned a value for a required field.'), []);
      return JSON.stringify(data);
    },
  };
}

/** Adds the answers about the schema to those of the plan. */
function withIntrospection(introspect: Introspect, plan: Step | null): Step {
  return async (run) => {
    await plan?.(run);
    mergeAll(run.data, JSON.parse(toLatin1(JSON.stringify(introspect(run.operation.variables)))));
  };
}

function invalidAnswer(message: string): GraphQLFormattedError {
  return { message, extensions: { code: 'AGENCY_ANSWER_INVALID' } };
}

/** The selections of an operation for certain values of its conditions. */
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
