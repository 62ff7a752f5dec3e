import type { Field, ObjectType, Part } from './schemaText.ts';
import { BY_VIEWER } from './verdict.ts';

/** The types of all subgraphs put together, as a router sees them. */
export type Types = ReadonlyMap<string, { keys: readonly string[]; fields: ReadonlyMap<string, Field> }>;

/** A selection: by field what is selected below it; null for a scalar. */
export interface Tree {
  readonly [field: string]: Tree | null;
}

export function joinTypes(parts: readonly Part[]): Types {
  const names = new Set(parts.flatMap(({ types }) => [...types.keys()]));
  return new Map([...names].map((name) => [name, joinType(parts.flatMap(({ types }) => types.get(name) ?? []))]));
}

function joinType(types: readonly ObjectType[]) {
  const fields = new Map(types.flatMap((type) => type.fields.map((field) => [field.name, field] as const)));
  return { keys: [...new Set(types.flatMap(({ keys }) => keys))], fields };
}

/** Lists of what the viewer's agency is a party of: long, and in an order of its own. */
const OF_PARTIES: ReadonlySet<string> = new Set(['Case.referrals', 'Case.timeline', 'Person.referrals']);

/**
 * All fields of a type: parts of records whole, other records as far down as `depth` says and their keys below that. Left out
 * is what differs by viewer, and who has read what.
 */
export function wholeTree(types: Types, type: string, depth: number, above: readonly string[] = []): Tree {
  const entries: [string, Tree | null][] = [];
  for (const { name, place, gives } of types.get(type)?.fields.values() ?? []) {
    const given = types.get(gives);
    if (BY_VIEWER.test(place) || OF_PARTIES.has(place)) continue;
    if (!given) entries.push([name, null]);
    else if (given.keys.length === 0) entries.push([name, wholeTree(types, gives, depth, above)]);
    else if (depth > 0 && !above.includes(gives))
      entries.push([name, wholeTree(types, gives, depth - 1, [...above, type])]);
    else entries.push([name, Object.fromEntries(given.keys.map((key) => [key, null]))]);
  }
  return Object.fromEntries(entries);
}

export function printTree(tree: Tree): string {
  const fields = Object.entries(tree).map(([name, below]) => (below ? `${name} ${printTree(below)}` : name));
  return `{ ${fields.join(' ')} }`;
}
