import {
  type DocumentNode,
  execute,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';

/** Answers the fields of an operation that are about the schema itself. */
export type Introspect = (variables: Readonly<Record<string, unknown>>) => object;

/** Null where the operation has no such fields. At the root only these are kept, and graphql-js answers them. */
export function compileIntrospection(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  operation: OperationDefinitionNode,
): Introspect | null {
  const fragments = new Map(
    definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])),
  );
  let asks = false;
  /** Fragments at the root are expanded: elsewhere the same fragment keeps its fields. */
  const rootOnly = (selections: readonly SelectionNode[], depth = 0): SelectionNode[] =>
    selections.flatMap((node): SelectionNode[] => {
      if (node.kind === Kind.FIELD) {
        const isSchema = node.name.value === '__schema' || node.name.value === '__type';
        asks ||= isSchema;
        return isSchema ? [node] : [];
      }
      const set = node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments.get(node.name.value)?.selectionSet;
      const kept = set && depth < 100 ? rootOnly(set.selections, depth + 1) : [];
      if (kept.length === 0) return [];
      const { directives = [] } = node;
      return [{ kind: Kind.INLINE_FRAGMENT, directives, selectionSet: { kind: Kind.SELECTION_SET, selections: kept } }];
    });
  const selections = rootOnly(operation.selectionSet.selections);
  if (!asks) return null;
  const asked = { ...operation, selectionSet: { kind: Kind.SELECTION_SET as const, selections } };
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [asked, ...fragments.values()] };
  return (variables) => {
    const result = execute({ schema, document, variableValues: { ...variables } });
    if (result instanceof Promise || !result.data) throw new Error('The schema could not be asked about itself.');
    return result.data;
  };
}
