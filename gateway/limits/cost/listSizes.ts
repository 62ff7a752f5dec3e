import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  Kind,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { CostModel, ListSize } from './costModel.ts';

/** A field whose arguments say how long lists below it are, as `first` of a connection says it of `edges`. */
export interface SizedSelection {
  node: FieldNode;
  field: GraphQLField<unknown, unknown>;
  size: ListSize;
  /** The fields below, through fragments, that have the size. */
  sized: readonly FieldNode[];
}

/** Finds them once for a document; the estimate goes from the leaves to the root and cannot look up. */
export function findSizes(schema: GraphQLSchema, document: DocumentNode, model: CostModel): SizedSelection[] {
  const found: SizedSelection[] = [];
  const info = new TypeInfo(schema);
  const look = {
    Field(node: FieldNode) {
      const field = info.getFieldDef();
      const size = field && model.sizes.get(`${info.getParentType()?.name}.${field.name}`);
      if (!field || !size || size.sizedFields.length === 0 || !node.selectionSet) return;
      const names = new Set(size.sizedFields);
      const sized = fieldsOf(node.selectionSet, document).filter(({ name }) => names.has(name.value));
      found.push({ node, field, size, sized });
    },
  };
  visit(document, visitWithTypeInfo(info, look));
  return found;
}

function fieldsOf({ selections }: SelectionSetNode, document: DocumentNode): FieldNode[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    if (node.kind === Kind.INLINE_FRAGMENT) return fieldsOf(node.selectionSet, document);
    const fragment = document.definitions.find(
      (other) => other.kind === Kind.FRAGMENT_DEFINITION && other.name.value === node.name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? fieldsOf(fragment.selectionSet, document) : [];
  });
}

/** The lengths that a request's variables give; a field that several parents size has the greatest. */
export function sizesFor(
  selections: readonly SizedSelection[],
  variables: Record<string, unknown>,
): ReadonlyMap<FieldNode, number> {
  const sizes = new Map<FieldNode, number>();
  for (const { node, field, size, sized } of selections) {
    const length = lengthBy(size, getArgumentValues(field, node, variables));
    for (const below of sized) sizes.set(below, Math.max(length, sizes.get(below) ?? 0));
  }
  return sizes;
}

/** How long a list is by the arguments that were given. */
export function lengthBy(
  { slicingArguments, assumedSize, most }: ListSize,
  given: Readonly<Record<string, unknown>>,
): number {
  const lengths = slicingArguments.map((name) => given[name]).filter((value) => typeof value === 'number');
  return lengths.length > 0 ? Math.min(most, Math.max(0, ...lengths)) : assumedSize;
}
