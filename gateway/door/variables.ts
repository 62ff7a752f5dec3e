import {
  coerceInputValue,
  type GraphQLFormattedError,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromAST,
} from 'graphql';
import type { Limits } from './limits.ts';
import { overLimit, Refusal, refuse } from './refusal.ts';

type Values = Record<string, unknown>;
type Path = readonly (string | number)[];

/** After so many faults the rest tells nobody anything. */
const MOST_ERRORS = 10;

/** Checks nesting and number of the values, and that each number is one, whatever they are for. @throws Refusal */
export function checkVariables(variables: Values, limits: Limits): void {
  let level: object[] = [variables];
  let values = 0;
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > limits.variableDepth) throw overLimit('variableDepth', null, limits.variableDepth);
    const below: object[] = [];
    for (const each of level) {
      for (const value of Object.values(each)) {
        values += 1;
        if (typeof value === 'object' && value !== null) below.push(value);
        // JSON.parse makes infinity of 1e400.
        if (typeof value === 'number' && !Number.isFinite(value))
          throw refuse(400, 'BAD_USER_INPUT', 'A number in the variables is too large.', { accepted: 'a double' });
      }
      if (values > limits.variableValues) throw overLimit('variableValues', null, limits.variableValues);
    }
    level = below;
  }
}

export interface Variables {
  /** What the client gave for the variables that the operation declares; the engine gets no others. */
  given: Values;
  /** The same with defaults, as the operation's types have them. */
  coerced: Values;
}

/** A variable of an operation, with its type in the schema. */
interface Declared {
  name: string;
  type: GraphQLInputType;
  definition: VariableDefinitionNode;
}

export interface VariableReader {
  /** @throws Refusal naming variable, place and what is accepted, and no value */
  coerce(operation: OperationDefinitionNode, variables: Values): Variables;
}

/** Reads variables by the schema's types, which are looked up once for each operation. */
export function createVariableReader(schema: GraphQLSchema): VariableReader {
  const known = new WeakMap<OperationDefinitionNode, readonly Declared[]>();
  return {
    coerce(operation, variables) {
      let declared = known.get(operation);
      if (!declared) {
        declared = declaredBy(schema, operation);
        known.set(operation, declared);
      }
      return coerceVariables(declared, variables);
    },
  };
}

function declaredBy(schema: GraphQLSchema, { variableDefinitions }: OperationDefinitionNode): readonly Declared[] {
  return (variableDefinitions ?? []).flatMap((definition) => {
    const type = typeFromAST(schema, definition.type as never);
    return isInputType(type) ? [{ name: definition.variable.name.value, type, definition }] : [];
  });
}

function coerceVariables(declared: readonly Declared[], variables: Values): Variables {
  const given: Values = Object.create(null);
  const coerced: Values = Object.create(null);
  const errors: GraphQLFormattedError[] = [];
  for (const { name, type, definition } of declared) {
    const fault = (path: Path) =>
      errors.length < MOST_ERRORS && errors.push(describe(definition, type, [name, ...path]));
    if (!Object.hasOwn(variables, name)) {
      if (definition.defaultValue) coerced[name] = valueFromAST(definition.defaultValue, type);
      else if (isNonNullType(type)) fault([]);
      continue;
    }
    given[name] = variables[name];
    coerced[name] = coerceInputValue(variables[name], type, fault);
  }
  if (errors.length > 0) throw new Refusal(400, errors);
  return { given, coerced };
}

function describe(
  { loc, variable }: VariableDefinitionNode,
  type: GraphQLInputType,
  path: Path,
): GraphQLFormattedError {
  const accepted = acceptedAt(type, path.slice(1));
  const line = loc?.startToken;
  return {
    message: `The variable $${variable.name.value} does not have its type.`,
    ...(line && { locations: [{ line: line.line, column: line.column }] }),
    extensions: { code: 'BAD_USER_INPUT', path: path.map(String), accepted },
  };
}

/** The type at a place within a variable; an enumeration as its values. */
function acceptedAt(type: GraphQLInputType, path: Path): string {
  let here: GraphQLInputType = type;
  for (const step of path) {
    const bare = getNullableType(here);
    if (isListType(bare) && typeof step === 'number') here = bare.ofType;
    else if (isInputObjectType(bare)) here = bare.getFields()[step]?.type ?? here;
  }
  const named = getNamedType(here);
  return isEnumType(named)
    ? named
        .getValues()
        .map(({ name }) => name)
        .join(', ')
    : String(here);
}
