import {
  type DocumentNode,
  type FieldNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';

/** The scalar of resident identity numbers, by which a query finds a person. */
const IDENTITY_NUMBER = 'ResidentIdNumber';

/** The fields of a query's root that look somebody up by an identity number, one for each time; for metrics. Remembered by operation. */
export function createLookUpFinder(
  schema: GraphQLSchema,
): (document: DocumentNode, operation: OperationDefinitionNode) => readonly string[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const takingNumbers = new Set(fields.filter(({ args }) => args.some(takesNumber)).map(({ name }) => name));
  const known = new WeakMap<OperationDefinitionNode, readonly string[]>();
  return (document, operation) => {
    let found = known.get(operation);
    if (!found) {
      const isQuery = operation.operation === OperationTypeNode.QUERY;
      const atRoot = isQuery ? fieldsOf(operation.selectionSet, document) : [];
      found = atRoot.map(({ name }) => name.value).filter((name) => takingNumbers.has(name));
      known.set(operation, found);
    }
    return found;
  };
}

function takesNumber({ type }: { type: GraphQLInputType }): boolean {
  return getNamedType(type).name === IDENTITY_NUMBER;
}

/** The fields of a selection, through fragments. */
function fieldsOf({ selections }: SelectionSetNode, document: DocumentNode): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, document);
    const fragment = document.definitions.find(
      (node) => node.kind === Kind.FRAGMENT_DEFINITION && node.name.value === selection.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? fieldsOf(fragment.selectionSet, document) : [];
  });
}
