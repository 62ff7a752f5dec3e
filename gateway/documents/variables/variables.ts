import {
  coerceInputValue,
  type DocumentNode,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLInputType,
  GraphQLNonNull,
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
import { overLimit, Refusal, refuse } from '../../http/refusal.ts';
import type { Limits } from '../../limits/limits.ts';
import { variablesAtNonNullPositions } from './nonNullPositions.ts';

type Values = Record<string, unknown>;
type Path = readonly (string | number)[];

/** More errors do not help a reader. */
const MAX_ERRORS = 10;

/** Checks how deep and how many the values are, and that numbers are finite, before anything else reads them. @throws Refusal */
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
        // JSON.parse reads 1e400 as Infinity.
        if (typeof value === 'number' && !Number.isFinite(value))
          throw refuse(400, 'BAD_USER_INPUT', 'A number in the variables is too large.', { accepted: 'a double' });
      }
      if (values > limits.variableValues) throw overLimit('variableValues', null, limits.variableValues);
    }
    level = below;
  }
}

export interface Variables {
  /** The client's values of the variables that the operation declares. Others are dropped. */
  given: Values;
  /** The same, coerced by type and with defaults filled in. */
  coerced: Values;
}

/** A variable that an operation declares. */
interface Declared {
  name: string;
  type: GraphQLInputType;
  definition: VariableDefinitionNode;
  /** Whether null is refused although the type is nullable: the variable is used where null is not accepted. */
  refusesNull: boolean;
}

export interface VariableReader {
  /** @throws Refusal naming variable, place and what is accepted, and no value */
  coerce(document: DocumentNode, operation: OperationDefinitionNode, variables: Values): Variables;
}

/** Coerces variables. Their types are looked up once for each operation. */
export function createVariableReader(schema: GraphQLSchema): VariableReader {
  const known = new WeakMap<OperationDefinitionNode, readonly Declared[]>();
  return {
    coerce(document, operation, variables) {
      let declared = known.get(operation);
      if (!declared) {
        declared = declaredBy(schema, document, operation);
        known.set(operation, declared);
      }
      return coerceVariables(declared, variables);
    },
  };
}

function declaredBy(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly Declared[] {
  const definitions = operation.variableDefinitions ?? [];
  if (definitions.length === 0) return [];
  const notNull = variablesAtNonNullPositions(schema, document, operation);
  return definitions.flatMap((definition) => {
    const type = typeFromAST(schema, definition.type as never);
    const name = definition.variable.name.value;
    return isInputType(type) ? [{ name, type, definition, refusesNull: notNull.has(name) }] : [];
  });
}

function coerceVariables(declared: readonly Declared[], variables: Values): Variables {
  const given: Values = Object.create(null);
  const coerced: Values = Object.create(null);
  const errors: GraphQLFormattedError[] = [];
  const refuseValue = (variable: Declared, fault: Fault) => {
    if (errors.length < MAX_ERRORS) errors.push(describe(variable, fault));
  };
  for (const variable of declared) {
    const { name, type, definition, refusesNull } = variable;
    if (!Object.hasOwn(variables, name)) {
      if (definition.defaultValue) coerced[name] = valueFromAST(definition.defaultValue, type);
      else if (isNonNullType(type)) refuseValue(variable, { what: 'MISSING', path: [], accepted: type });
      continue;
    }
    given[name] = variables[name];
    if (variables[name] === null && refusesNull) {
      refuseValue(variable, { what: 'NULL', path: [], accepted: new GraphQLNonNull(getNullableType(type)) });
      continue;
    }
    coerced[name] = coerceInputValue(variables[name], type, (path, value, error) =>
      refuseValue(variable, faultOf(type, path, value, error)),
    );
  }
  if (errors.length > 0) throw new Refusal(400, errors);
  return { given, coerced };
}

interface Fault {
  what: 'MISSING' | 'NULL' | 'UNKNOWN_FIELD' | 'WRONG_TYPE';
  /** Within the variable: names of the schema, and list indices. */
  path: Path;
  accepted: GraphQLInputType;
}

/** An error of graphql-js, without the value that its message quotes. */
function faultOf(type: GraphQLInputType, path: Path, value: unknown, { message }: GraphQLError): Fault {
  const missing = /^Field "(\w+)" of required type /.exec(message)?.[1];
  if (missing !== undefined) {
    const place = [...path, missing];
    return { what: 'MISSING', path: place, accepted: typeAt(type, place) };
  }
  const accepted = typeAt(type, path);
  if (value === null && isNonNullType(accepted)) return { what: 'NULL', path, accepted };
  // The name of an unknown field is the client's text and may be a value: it is not repeated.
  const isUnknown = /^Field ".*" is not defined by type "/s.test(message);
  return { what: isUnknown ? 'UNKNOWN_FIELD' : 'WRONG_TYPE', path, accepted };
}

const MESSAGES: Readonly<Record<Fault['what'], string>> = {
  MISSING: 'is missing',
  NULL: 'must not be null',
  UNKNOWN_FIELD: 'has a field that its type does not have',
  WRONG_TYPE: 'is not of its type',
};

function describe({ name, definition }: Declared, { what, path, accepted }: Fault): GraphQLFormattedError {
  const line = definition.loc?.startToken;
  const place = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return {
    message: `The variable $${name}${place} ${MESSAGES[what]}.`,
    ...(line && { locations: [{ line: line.line, column: line.column }] }),
    extensions: { code: 'BAD_USER_INPUT', path: [name, ...path].map(String), accepted: acceptedText(accepted) },
  };
}

/** The type at a path within a variable. */
function typeAt(type: GraphQLInputType, path: Path): GraphQLInputType {
  let here: GraphQLInputType = type;
  for (const step of path) {
    const bare = getNullableType(here);
    if (isListType(bare) && typeof step === 'number') here = bare.ofType;
    else if (isInputObjectType(bare)) here = bare.getFields()[step]?.type ?? here;
  }
  return here;
}

/** A type as clients see it: an enum as its values. */
function acceptedText(type: GraphQLInputType): string {
  const named = getNamedType(type);
  return isEnumType(named)
    ? named
        .getValues()
        .map(({ name }) => name)
        .join(', ')
    : String(type);
}
