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

/** After so many errors the rest tells nobody anything. */
const MOST_ERRORS = 10;
/** graphql-js's word where a document makes it compare too many fields with one another. */
const ABORTED = 'Validation aborted.';
/** A name may be as long as the body. */
const LONGEST_MESSAGE = 300;
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

/** The errors of a document by GraphQL's rules, as they may be shown: names that the client wrote, and no value. */
export function validationErrors(
  schema: GraphQLSchema,
  document: DocumentNode,
  production: boolean,
): GraphQLFormattedError[] {
  // In production nobody is told what the schema has: no introspection, no "Did you mean".
  const rules = [
    FiniteNumbersRule,
    ...specifiedRules,
    ...recommendedRules,
    ...(production ? [NoSchemaIntrospectionCustomRule] : []),
  ];
  return faultsOf(schema, document, rules, production).map((error) => describe(schema, document, error));
}

function faultsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  rules: readonly ValidationRule[],
  hideSuggestions: boolean,
): readonly GraphQLError[] {
  try {
    return validate(schema, document, rules, { maxErrors: MOST_ERRORS, hideSuggestions });
  } catch (error) {
    // So graphql-js finds a subscription whose field stands under a condition.
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

/** A number that no double holds passes for a scalar of ours, and would be infinity behind the door, which JSON has not. */
function FiniteNumbersRule(context: ValidationContext) {
  const look = (node: ValueNode & { value: string }) => {
    if (!Number.isFinite(Number(node.value)))
      context.reportError(new GraphQLError('The number is too large.', { nodes: node }));
  };
  return { IntValue: look, FloatValue: look };
}

/** What graphql-js says of an input object with names alone: those of the schema, and those that the client wrote. */
const NAMES_ONLY = [
  /^Field "\w+\.\w+" of required type "[\w![\]]+" was not provided\.$/,
  /^Field "\w+" is not defined by type "\w+"\./,
];

function describe(schema: GraphQLSchema, document: DocumentNode, error: GraphQLError): GraphQLFormattedError {
  const place = error.locations ? { locations: error.locations } : {};
  const code = 'GRAPHQL_VALIDATION_FAILED';
  const literal = error.nodes?.find((node) => LITERALS.has(node.kind));
  const message = error.message === ABORTED ? 'The document repeats too many fields.' : error.message;
  if (!literal) return { message: message.slice(0, LONGEST_MESSAGE), ...place, extensions: { code } };
  const { argument, path, accepted } = placeOf(schema, document, literal as ValueNode);
  const named = NAMES_ONLY.some((form) => form.test(message));
  return {
    message: named
      ? message.slice(0, LONGEST_MESSAGE)
      : `The value of ${path} is not of the type that its place accepts.`,
    ...place,
    extensions: { code, ...(argument && { argument }), ...(accepted && { accepted }) },
  };
}

/** Where a literal stands, in names and places, and the type that is accepted there. */
function placeOf(schema: GraphQLSchema, document: DocumentNode, literal: ValueNode) {
  const info = new TypeInfo(schema);
  let found: { argument?: string | undefined; path: string; accepted?: string | undefined } = { path: 'a literal' };
  const look = {
    enter(node: { kind: string }, _key: unknown, parent: unknown, _path: unknown, ancestors: readonly unknown[]) {
      if (node !== literal) return;
      // A field that its input does not have has no type.
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
  visit(document, visitWithTypeInfo(info, look));
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
