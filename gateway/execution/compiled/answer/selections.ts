import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  Kind,
  type SelectionSetNode,
} from 'graphql';

/** A field of the answer, for objects of one type. */
export interface AnswerField {
  /** Its response name. */
  key: string;
  /** The name of its value in the data. */
  dataName: string;
  name: string;
  /** Null for __typename and introspection fields, which the gateway answers. */
  type: GraphQLOutputType | null;
  /** The selection below; null for a leaf. */
  selection: Selection | null;
}

/** What an operation selects at one place. The fields of an object there depend on its type. */
export interface Selection {
  fieldsOf(type: GraphQLObjectType | GraphQLInterfaceType): readonly AnswerField[];
}

export interface SelectionParts {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Whether @skip and @include include a selection. */
  isIncluded(directives: readonly DirectiveNode[] | undefined): boolean;
  /** The name of a field's value in the data (PlannableDocument). */
  dataNameOf(key: string, name: string): string;
}

/**
 * Collects fields as the specification defines (CollectFields, MergeSelectionSets), once for each type and place. Places with the
 * same selection sets share one selection: otherwise nested abstract types would multiply.
 */
export function createSelections({ schema, fragments, isIncluded, dataNameOf }: SelectionParts) {
  const numbers = new Map<SelectionSetNode, number>();
  const known = new Map<string, Selection>();

  const numberOf = (set: SelectionSetNode): number => {
    const number = numbers.get(set) ?? numbers.size;
    numbers.set(set, number);
    return number;
  };

  function selectionOf(sets: readonly SelectionSetNode[]): Selection {
    const key = sets.map(numberOf).join();
    let selection = known.get(key);
    if (!selection) {
      const byType = new Map<string, readonly AnswerField[]>();
      selection = {
        fieldsOf(type) {
          let fields = byType.get(type.name);
          if (!fields) {
            fields = collect(type, sets);
            byType.set(type.name, fields);
          }
          return fields;
        },
      };
      known.set(key, selection);
    }
    return selection;
  }

  function collect(type: GraphQLObjectType | GraphQLInterfaceType, sets: readonly SelectionSetNode[]): AnswerField[] {
    const nodes = new Map<string, FieldNode[]>();
    const visited = new Set<string>();
    const add = (set: SelectionSetNode): void => {
      for (const selection of set.selections) {
        if (!isIncluded(selection.directives)) continue;
        if (selection.kind === Kind.FIELD) {
          const key = selection.alias?.value ?? selection.name.value;
          const same = nodes.get(key);
          if (same) same.push(selection);
          else nodes.set(key, [selection]);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          if (applies(selection.typeCondition?.name.value, type)) add(selection.selectionSet);
        } else if (!visited.has(selection.name.value)) {
          visited.add(selection.name.value);
          const fragment = fragments.get(selection.name.value);
          if (fragment && applies(fragment.typeCondition.name.value, type)) add(fragment.selectionSet);
        }
      }
    };
    for (const set of sets) add(set);
    return [...nodes].map(([key, [first, ...others]]) => {
      const node = first as FieldNode;
      const below = [node, ...others].flatMap(({ selectionSet }) => selectionSet ?? []);
      return {
        key,
        dataName: dataNameOf(key, node.name.value),
        name: node.name.value,
        type: type.getFields()[node.name.value]?.type ?? null,
        selection: below.length > 0 ? selectionOf(below) : null,
      };
    });
  }

  function applies(condition: string | undefined, type: GraphQLObjectType | GraphQLInterfaceType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const conditional = schema.getType(condition);
    return isAbstractType(conditional) && schema.isSubType(conditional, type);
  }

  return { selectionOf };
}
