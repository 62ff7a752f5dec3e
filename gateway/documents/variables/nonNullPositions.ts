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
 * The variables of an operation that are used where the schema does not accept null: as an argument of a field or directive,
 * in an input object or a list.
 *
 * GraphQL allows a nullable variable there if the variable or the position has a default value. An explicit null is then found
 * only by the execution.
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
  // The loop also reaches fragments that are added during it.
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
