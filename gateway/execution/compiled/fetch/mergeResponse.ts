import type { FetchNode } from '@apollo/query-planner';
import { type DirectiveNode, type FragmentDefinitionNode, Kind, parse, type SelectionSetNode } from 'graphql';
import { isInherited, own, setOwn } from '../json/ownProperties.ts';

type Fields = Record<string, unknown>;

/** A response name that a fetch asks for, and those below it. */
export interface Asked {
  key: string;
  /** Whether no object has it without having been given it. */
  isPlain: boolean;
  /** The directives on each way by which it is asked for: it is where all of one way leave it in. */
  ways: readonly (readonly DirectiveNode[])[];
  below: readonly Asked[];
}

/**
 * The response names that a fetch asks for, as they are once they have been renamed. Only what was asked for is merged: an
 * agency cannot put into an answer what is another's.
 */
export function askedBy({ operation }: Pick<FetchNode, 'operation'>, renamed: ReadonlyMap<string, string>): Asked[] {
  const { definitions } = parse(operation, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const asked = (sets: readonly SelectionSetNode[]): Asked[] => {
    const found = new Map<string, { ways: DirectiveNode[][]; sets: SelectionSetNode[] }>();
    const add = (set: SelectionSetNode | undefined, above: readonly DirectiveNode[]): void => {
      for (const selection of set?.selections ?? []) {
        const way = [...above, ...(selection.directives ?? [])];
        if (selection.kind === Kind.INLINE_FRAGMENT) add(selection.selectionSet, way);
        else if (selection.kind === Kind.FRAGMENT_SPREAD) add(fragments.get(selection.name.value)?.selectionSet, way);
        else {
          const key = selection.alias?.value ?? selection.name.value;
          const name = renamed.get(key) ?? key;
          const { ways, sets: below } = found.get(name) ?? { ways: [], sets: [] };
          ways.push(way);
          if (selection.selectionSet) below.push(selection.selectionSet);
          found.set(name, { ways, sets: below });
        }
      }
    };
    for (const set of sets) add(set, []);
    return [...found].map(([key, { ways, sets: below }]) => ({
      key,
      isPlain: !isInherited(key),
      ways,
      below: asked(below),
    }));
  };
  return definitions.flatMap((node) => (node.kind === Kind.OPERATION_DEFINITION ? asked([node.selectionSet]) : []));
}

/**
 * Merges what an agency gave into what is there. Lists of the same length are merged item by item: two fetches of a plan may
 * each bring some fields of the same objects.
 */
export function merge(target: object, source: object, asked: readonly Asked[]): void {
  for (const { key, isPlain, below } of asked) {
    const value = isPlain ? (source as Fields)[key] : own(source, key);
    if (value === undefined) continue;
    const present = isPlain ? (target as Fields)[key] : own(target, key);
    if (present !== undefined && mergeValue(present, value, below)) continue;
    if (isPlain) (target as Fields)[key] = value;
    else setOwn(target, key, value);
  }
}

function mergeValue(present: unknown, value: unknown, below: readonly Asked[]): boolean {
  return below.length > 0 && mergeBoth(present, value, (target, source) => merge(target, source, below));
}

/** Merges all that there is; lists as in merge. */
export function mergeAll(target: object, source: object): void {
  for (const key of Object.keys(source)) {
    const value = own(source, key);
    if (!mergeBoth(own(target, key), value, mergeAll)) setOwn(target, key, value);
  }
}

/** Whether one could be merged into the other; else it takes its place. @param into merges an object into another */
function mergeBoth(present: unknown, value: unknown, into: (target: object, source: object) => void): boolean {
  if (typeof present !== 'object' || typeof value !== 'object' || present === null || value === null) return false;
  if (Array.isArray(present) !== Array.isArray(value)) return false;
  if (!Array.isArray(present) || !Array.isArray(value)) into(present, value);
  else if (present.length !== value.length) return false;
  else for (const [index, item] of value.entries()) if (!mergeBoth(present[index], item, into)) present[index] = item;
  return true;
}
