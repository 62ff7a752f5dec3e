import type { FetchNode } from '@apollo/query-planner';
import { type DirectiveNode, type FragmentDefinitionNode, Kind, parse, type SelectionSetNode } from 'graphql';

/** A response name that a fetch requests. */
export interface RequestedField {
  key: string;
  /** For each selection of the field, the directives on it and above it. It is included where all of one list include it. */
  conditions: readonly (readonly DirectiveNode[])[];
  below: readonly RequestedField[];
}

/** The fields that a fetch requests, by their names after the plan's rewrites. */
export function requestedFields(
  { operation }: Pick<FetchNode, 'operation'>,
  renamed: ReadonlyMap<string, string>,
): RequestedField[] {
  const { definitions } = parse(operation, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);

  const fieldsOf = (sets: readonly SelectionSetNode[]): RequestedField[] => {
    const found = new Map<string, { conditions: DirectiveNode[][]; sets: SelectionSetNode[] }>();
    const add = (set: SelectionSetNode | undefined, above: readonly DirectiveNode[]): void => {
      for (const selection of set?.selections ?? []) {
        const directives = [...above, ...(selection.directives ?? [])];
        if (selection.kind === Kind.INLINE_FRAGMENT) add(selection.selectionSet, directives);
        else if (selection.kind === Kind.FRAGMENT_SPREAD)
          add(fragments.get(selection.name.value)?.selectionSet, directives);
        else {
          const name = selection.alias?.value ?? selection.name.value;
          const key = renamed.get(name) ?? name;
          const field = found.get(key) ?? { conditions: [], sets: [] };
          field.conditions.push(directives);
          if (selection.selectionSet) field.sets.push(selection.selectionSet);
          found.set(key, field);
        }
      }
    };
    for (const set of sets) add(set, []);
    return [...found].map(([key, { conditions, sets: below }]) => ({ key, conditions, below: fieldsOf(below) }));
  };
  return definitions.flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? fieldsOf([node.selectionSet]) : []));
}
