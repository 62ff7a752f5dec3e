import {
  type DocumentNode,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  Kind,
  NoSchemaIntrospectionCustomRule,
  recommendedRules,
  specifiedRules,
  TypeInfo,
  type ValidationContext,
  type ValidationRule,
  type ValueNode,
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

function describe(schema: GraphQLSchema, document: DocumentNode, error: GraphQLError): GraphQLFormattedError {
  const place = error.locations ? { locations: error.locations } : {};
  const code = 'GRAPHQL_VALIDATION_FAILED';
  const literal = error.nodes?.find((node) => LITERALS.has(node.kind));
  const message = error.message === ABORTED ? 'The document repeats too many fields.' : error.message;
  if (!literal) return { message: message.slice(0, LONGEST_MESSAGE), ...place, extensions: { code } };
  const { argument, accepted } = placeOf(schema, document, literal as ValueNode);
  return {
    message: 'A value is not of the type that its place accepts.',
    ...place,
    extensions: { code, ...(argument && { argument }), ...(accepted && { accepted }) },
  };
}

/** The argument in which a literal stands, and the type that its place has. */
function placeOf(schema: GraphQLSchema, document: DocumentNode, literal: ValueNode) {
  const info = new TypeInfo(schema);
  let found: { argument?: string | undefined; accepted?: string | undefined } = {};
  const look = {
    enter(node: { kind: string }) {
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
      found = { argument: info.getArgument()?.name, accepted };
    },
  };
  visit(document, visitWithTypeInfo(info, look));
  return found;
}
