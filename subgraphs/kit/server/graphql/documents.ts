import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { withCode } from './shownError.ts';

/** A text that the schema allows, or why it does not. */
export type Prepared = PreparedDocument | { errors: readonly GraphQLError[] };

export interface PreparedDocument {
  document: DocumentNode;
  /** Null where the name, or its absence, chooses none. */
  operation(name: string | null | undefined): OperationDefinitionNode | null;
}

export interface Documents {
  prepare(text: string): Prepared;
}

/** Gateways ask in a few ways, for many: those of the trusted documents and of some hundred others are known. */
const MOST_KEPT = 500;
/** In characters. Longer ones are rare, and parsed each time. */
const LONGEST_KEPT = 32 * 1024;

/** Parses and validates each text once, and keeps what was asked lately. */
export function createDocuments(schema: GraphQLSchema, allowsIntrospection: boolean): Documents {
  const rules = allowsIntrospection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const kept = new Map<string, Prepared>();
  return {
    prepare(text) {
      const prepared = kept.get(text) ?? prepare(schema, text, rules);
      if (text.length > LONGEST_KEPT) return prepared;
      // Moved to the end: the first one is the one that nobody has asked for longest.
      kept.delete(text);
      if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value as string);
      kept.set(text, prepared);
      return prepared;
    },
  };
}

function prepare(schema: GraphQLSchema, text: string, rules: typeof specifiedRules): Prepared {
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    return { errors: [withCode(error as GraphQLError, 'GRAPHQL_PARSE_FAILED')] };
  }
  const errors = faultsOf(schema, document, rules);
  if (errors.length > 0) return { errors: errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED')) };
  const operations = new Map<string | null | undefined, OperationDefinitionNode | null>();
  return {
    document,
    operation(name) {
      let operation = operations.get(name);
      if (operation === undefined) {
        operation = getOperationAST(document, name) ?? null;
        if (operation) operations.set(name, operation);
      }
      return operation;
    },
  };
}

function faultsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  rules: typeof specifiedRules,
): readonly GraphQLError[] {
  try {
    return validate(schema, document, rules);
  } catch (error) {
    // So graphql-js finds a subscription whose field stands under a condition.
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}
