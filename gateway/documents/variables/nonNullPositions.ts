import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * The variables of an operation that stand somewhere where the schema accepts no null: as the argument of a field or of a
 * directive, within an input object or a list.
 *
 * GraphQL lets a variable whose type is nullable stand there when it or the place has a default, and leaves it to the
 * execution to find that null was given all the same.
 */
export function variablesAtNonNullPositions(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ReadonlySet<string> {
  const fragments = new Map(
    document.definitions
      .filter((node) => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node] as const),
  );
  const found = new Set<string>();
  const reached = new Set<OperationDefinitionNode | FragmentDefinitionNode>([operation]);
  // A set goes on to what is added while it is walked.
  for (const definition of reached) {
    const info = new TypeInfo(schema);
    visit(
      definition,
      visitWithTypeInfo(info, {
        VariableDefinition: () => false,
        Variable(node) {
          if (isNonNullType(info.getInputType())) found.add(node.name.value);
        },
        FragmentSpread(node) {
          const fragment = fragments.get(node.name.value);
          if (fragment) reached.add(fragment);
        },
      }),
    );
  }
  return found;
}
