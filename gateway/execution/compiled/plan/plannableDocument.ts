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
import { leavesIn } from './conditions.ts';

/** A document in the form in which it is planned, and what in it is called otherwise. */
export interface Plannable {
  document: DocumentNode;
  /** The name under which a field's value is in the data. @param key its alias or name in the answer */
  fromOf(key: string, name: string): string;
  /** Names in the answer by those in the data, where they differ. */
  answered: ReadonlyMap<string, string>;
}

/**
 * Objects that come from several agencies hold what the plan needs (keys, __typename) beside what was asked for, under its
 * own names. An alias that is one of these names would have one value stand for the other: it is asked for by a name of ours.
 * And of what is left out by a literal @skip or @include something stays, since the planner forgets an object of which
 * nothing is left.
 *
 * @param fieldNames all names of fields in the supergraph
 */
export function createPlannable(fieldNames: ReadonlySet<string>): (document: DocumentNode) => Plannable {
  let ours = 'asked_';
  while ([...fieldNames].some((name) => name.startsWith(ours))) ours = `_${ours}`;
  const something: FieldNode = { kind: Kind.FIELD, alias: named(`${ours}kind`), name: named('__typename') };
  const isTaken = (alias: string) =>
    fieldNames.has(alias) || alias === '__typename' || alias.startsWith(ours) || OF_THE_PLANNER.test(alias);

  return (document) => {
    const names = new Map<string, string>();
    const answered = new Map<string, string>();
    const fromOf = (key: string, name: string): string => {
      if (key === name || OF_THE_SCHEMA.has(name) || !isTaken(key)) return key;
      const pair = `${key}:${name}`;
      const from = names.get(pair) ?? `${ours}${names.size}`;
      names.set(pair, from);
      answered.set(from, key);
      return from;
    };
    const fragments = new Map<string, FragmentDefinitionNode>();
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    /** Whether nothing is left of it, whatever the variables are. */
    const isEmpty = (set: SelectionSetNode | undefined): boolean =>
      set?.selections.every((node) => {
        if (node.directives?.some(isLeftOut)) return true;
        if (node.kind === Kind.INLINE_FRAGMENT) return isEmpty(node.selectionSet);
        return node.kind === Kind.FRAGMENT_SPREAD && isEmpty(fragments.get(node.name.value)?.selectionSet);
      }) ?? false;

    const planned = visit(document, {
      Field(node): FieldNode | undefined {
        const { alias, name, selectionSet } = node;
        const from = alias ? fromOf(alias.value, name.value) : null;
        const isRenamed = from !== null && from !== alias?.value;
        const empty = selectionSet !== undefined && isEmpty(selectionSet);
        if (!isRenamed && !empty) return undefined;
        return {
          ...node,
          ...(isRenamed && { alias: named(from) }),
          ...(empty && { selectionSet: { ...selectionSet, selections: [...selectionSet.selections, something] } }),
        };
      },
    });
    return { document: planned, fromOf, answered };
  };
}

/** Names that the planner gives to what it asks for twice. */
const OF_THE_PLANNER = /__alias_\d+$/;
/** Not planned: the gateway answers them. */
const OF_THE_SCHEMA = new Set(['__schema', '__type']);

function named(value: string): NameNode {
  return { kind: Kind.NAME, value };
}

/** Whether it is left out whatever the variables are. */
function isLeftOut(directive: DirectiveNode): boolean {
  return !leavesIn(directive, () => directive.name.value === 'include');
}

/** Those of a supergraph, also what clients may not see. */
export function fieldNamesOf(schema: GraphQLSchema): ReadonlySet<string> {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
  return new Set(types.flatMap((type) => Object.keys(type.getFields())));
}
