import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLSchema,
  getArgumentValues,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { expandedFields } from '../../documents/expandedFields.ts';
import type { CostModel, ListSize } from './costModel.ts';

/** A field whose arguments size lists below it, as `first` of a connection sizes `edges`. */
export interface SizingField {
  node: FieldNode;
  field: GraphQLField<unknown, unknown>;
  size: ListSize;
  /** The fields below it that have the size. */
  sizedFields: readonly FieldNode[];
}

/** Finds them once for a document: the estimate goes from the leaves to the root and does not see parents. */
export function findSizingFields(schema: GraphQLSchema, document: DocumentNode, model: CostModel): SizingField[] {
  const found: SizingField[] = [];
  const info = new TypeInfo(schema);
  const visitor = {
    Field(node: FieldNode) {
      const field = info.getFieldDef();
      const size = field && model.sizes.get(`${info.getParentType()?.name}.${field.name}`);
      if (!field || !size || size.sizedFields.length === 0 || !node.selectionSet) return;
      const names = new Set(size.sizedFields);
      const sizedFields = expandedFields(node.selectionSet, document).filter(({ name }) => names.has(name.value));
      found.push({ node, field, size, sizedFields });
    },
  };
  visit(document, visitWithTypeInfo(info, visitor));
  return found;
}

/** The sizes for a request's variables. If several parents size a field, the greatest size counts. */
export function sizesFor(
  sizingFields: readonly SizingField[],
  variables: Record<string, unknown>,
): ReadonlyMap<FieldNode, number> {
  const sizes = new Map<FieldNode, number>();
  for (const { node, field, size, sizedFields } of sizingFields) {
    const length = lengthBy(size, getArgumentValues(field, node, variables));
    for (const below of sizedFields) sizes.set(below, Math.max(length, sizes.get(below) ?? 0));
  }
  return sizes;
}

/** The length of a list by the arguments of a request. */
export function lengthBy(
  { slicingArguments, assumedSize, most }: ListSize,
  given: Readonly<Record<string, unknown>>,
): number {
  const lengths = slicingArguments.map((name) => given[name]).filter((value) => typeof value === 'number');
  return lengths.length > 0 ? Math.min(most, Math.max(0, ...lengths)) : assumedSize;
}
