import {
  type DocumentNode,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  Kind,
  type NameNode,
  NoSchemaIntrospectionCustomRule,
  recommendedRules,
  specifiedRules,
  TypeInfo,
  type ValidationContext,
  type ValidationRule,
  type ValueNode,
  type VariableNode,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** More errors do not help a reader. */
const MAX_ERRORS = 10;
/** The message of graphql-js when a document makes it compare too many fields with each other. */
const ABORTED_MESSAGE = 'Validation aborted.';
/** A name in a message may be as long as the body. */
const MAX_MESSAGE_LENGTH = 300;
const LITERALS = new Set<string>([
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
  Kind.OBJECT_FIELD,
]);

/** Validates a document. The errors repeat names that the client wrote, and no value. */
export function validationErrors(
  schema: GraphQLSchema,
  document: DocumentNode,
  production: boolean,
): GraphQLFormattedError[] {
  // In production clients learn nothing about the schema: no introspection, no "Did you mean".
  const rules = [
    FiniteNumbersRule,
    ...specifiedRules,
    ...recommendedRules,
    ...(production ? [NoSchemaIntrospectionCustomRule] : []),
  ];
  return errorsOf(schema, document, rules, production).map((error) => describe(schema, document, error));
}

function errorsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  rules: readonly ValidationRule[],
  hideSuggestions: boolean,
): readonly GraphQLError[] {
  try {
    return validate(schema, document, rules, { maxErrors: MAX_ERRORS, hideSuggestions });
  } catch (error) {
    // graphql-js throws for a subscription whose field has @skip or @include.
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

/** A custom scalar accepts a number that a double cannot hold. It would become Infinity, which is not JSON. */
function FiniteNumbersRule(context: ValidationContext) {
  const check = (node: ValueNode & { value: string }) => {
    if (!Number.isFinite(Number(node.value)))
      context.reportError(new GraphQLError('The number is too large.', { nodes: node }));
  };
  return { IntValue: check, FloatValue: check };
}

/** Messages of graphql-js about input objects that hold names only: of the schema, or written by the client. */
const MESSAGES_WITHOUT_VALUES = [
  /^Field "\w+\.\w+" of required type "[\w![\]]+" was not provided\.$/,
  /^Field "\w+" is not defined by type "\w+"\./,
];

function describe(schema: GraphQLSchema, document: DocumentNode, error: GraphQLError): GraphQLFormattedError {
  const place = error.locations ? { locations: error.locations } : {};
  const code = 'GRAPHQL_VALIDATION_FAILED';
  const literal = error.nodes?.find((node) => LITERALS.has(node.kind));
  const message = error.message === ABORTED_MESSAGE ? 'The document repeats too many fields.' : error.message;
  if (!literal) return { message: message.slice(0, MAX_MESSAGE_LENGTH), ...place, extensions: { code } };
  const { argument, path, accepted } = describePlace(schema, document, literal as ValueNode);
  const hasNoValue = MESSAGES_WITHOUT_VALUES.some((form) => form.test(message));
  return {
    message: hasNoValue
      ? message.slice(0, MAX_MESSAGE_LENGTH)
      : `The value of ${path} is not of the type that its place accepts.`,
    ...place,
    extensions: { code, ...(argument && { argument }), ...(accepted && { accepted }) },
  };
}

/** The argument and path of a literal, and the type that is accepted there. */
function describePlace(schema: GraphQLSchema, document: DocumentNode, literal: ValueNode) {
  const info = new TypeInfo(schema);
  let found: { argument?: string | undefined; path: string; accepted?: string | undefined } = { path: 'a literal' };
  const visitor = {
    enter(node: { kind: string }, _key: unknown, parent: unknown, _path: unknown, ancestors: readonly unknown[]) {
      if (node !== literal) return;
      // An unknown field of an input object has no type of its own.
      const type = info.getInputType() ?? info.getParentInputType();
      const named = getNamedType(type);
      const accepted = isEnumType(named)
        ? named
            .getValues()
            .map(({ name }) => name)
            .join(', ')
        : type?.toString();
      found = { argument: info.getArgument()?.name, path: pathOf([...ancestors, parent, node]), accepted };
    },
  };
  visit(document, visitWithTypeInfo(info, visitor));
  return found;
}

type Named = { kind?: string; name?: NameNode; variable?: VariableNode };

/** For example `filter.stage`, or `$first` for a variable's default. @param nodes from the document down to the literal */
function pathOf(nodes: readonly unknown[]): string {
  const names = nodes.flatMap((node) => {
    const { kind, name, variable } = (node ?? {}) as Named;
    if (kind === Kind.VARIABLE_DEFINITION) return `$${variable?.name.value}`;
    return kind === Kind.ARGUMENT || kind === Kind.OBJECT_FIELD ? (name?.value ?? []) : [];
  });
  return names.join('.') || 'a literal';
}
