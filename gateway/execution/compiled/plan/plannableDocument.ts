import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  type NameNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { isIncludedBy } from './conditions.ts';

/** A document in the form in which it is planned. */
export interface PlannableDocument {
  document: DocumentNode;
  /** The name of a field's value in the data. @param key its response name in the answer */
  dataNameOf(key: string, name: string): string;
  /** Names in the answer by those in the data, where they differ. */
  responseNames: ReadonlyMap<string, string>;
}

/**
 * Makes documents safe for the planner in two ways. A plan fetches keys and __typename under their own names, beside the
 * fields of the operation: an alias with such a name would get the wrong value, so it is planned under a name of our own. And
 * the planner drops an object whose fields are all removed by a literal @skip or @include: such an object gets one more field.
 *
 * @param fieldNames the names of all fields in the supergraph
 */
export function createPlannable(fieldNames: ReadonlySet<string>): (document: DocumentNode) => PlannableDocument {
  let prefix = 'asked_';
  while ([...fieldNames].some((name) => name.startsWith(prefix))) prefix = `_${prefix}`;
  const placeholder: FieldNode = { kind: Kind.FIELD, alias: named(`${prefix}kind`), name: named('__typename') };
  const isTaken = (alias: string) =>
    fieldNames.has(alias) || alias === '__typename' || alias.startsWith(prefix) || PLANNER_ALIAS.test(alias);

  return (document) => {
    const names = new Map<string, string>();
    const responseNames = new Map<string, string>();
    const dataNameOf = (key: string, name: string): string => {
      if (key === name || INTROSPECTION_FIELDS.has(name) || !isTaken(key)) return key;
      const pair = `${key}:${name}`;
      const dataName = names.get(pair) ?? `${prefix}${names.size}`;
      names.set(pair, dataName);
      responseNames.set(dataName, key);
      return dataName;
    };
    const fragments = new Map<string, FragmentDefinitionNode>();
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    /** Whether literal conditions remove everything in it. */
    const isEmpty = (set: SelectionSetNode | undefined): boolean =>
      set?.selections.every((node) => {
        if (node.directives?.some(isRemoved)) return true;
        if (node.kind === Kind.INLINE_FRAGMENT) return isEmpty(node.selectionSet);
        return node.kind === Kind.FRAGMENT_SPREAD && isEmpty(fragments.get(node.name.value)?.selectionSet);
      }) ?? false;

    const planned = visit(document, {
      Field(node): FieldNode | undefined {
        const { alias, name, selectionSet } = node;
        const dataName = alias ? dataNameOf(alias.value, name.value) : null;
        const isRenamed = dataName !== null && dataName !== alias?.value;
        const empty = selectionSet !== undefined && isEmpty(selectionSet);
        if (!isRenamed && !empty) return undefined;
        return {
          ...node,
          ...(isRenamed && { alias: named(dataName) }),
          ...(empty && { selectionSet: { ...selectionSet, selections: [...selectionSet.selections, placeholder] } }),
        };
      },
    });
    return { document: planned, dataNameOf, responseNames };
  };
}

/** Aliases of the planner. */
const PLANNER_ALIAS = /__alias_\d+$/;
/** Answered by the gateway: not planned. */
const INTROSPECTION_FIELDS = new Set(['__schema', '__type']);

function named(value: string): NameNode {
  return { kind: Kind.NAME, value };
}

/** Whether a literal condition removes the selection. */
function isRemoved(directive: DirectiveNode): boolean {
  return !isIncludedBy(directive, () => directive.name.value === 'include');
}

/** The names of all fields of a schema. */
export function fieldNamesOf(schema: GraphQLSchema): ReadonlySet<string> {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
  return new Set(types.flatMap((type) => Object.keys(type.getFields())));
}
