import type { Field, ObjectType, Part } from './expected/schemaText.ts';
import { BY_VIEWER } from './expected/verdict.ts';

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

/** Who asks: a client through a router, or a router, which asks for inaccessible keys as well. */
export type Audience = 'CLIENT' | 'ROUTER';

/**
 * All fields of a type: parts of records whole, other records as far down as `depth` says and their keys below that. Left out
 * is what differs by viewer, and who has read what.
 */
export function wholeTree(
  types: Types,
  type: string,
  depth: number,
  audience: Audience,
  above: readonly string[] = [],
): Tree {
  const entries: [string, Tree | null][] = [];
  const isShown = ({ isInaccessible }: Field) => audience === 'ROUTER' || !isInaccessible;
  for (const field of types.get(type)?.fields.values() ?? []) {
    const { name, place, gives } = field;
    const given = types.get(gives);
    if (BY_VIEWER.test(place) || OF_PARTIES.has(place) || !isShown(field)) continue;
    if (!given) entries.push([name, null]);
    else if (given.keys.length === 0) entries.push([name, wholeTree(types, gives, depth, audience, above)]);
    else if (depth > 0 && !above.includes(gives))
      entries.push([name, wholeTree(types, gives, depth - 1, audience, [...above, type])]);
    else {
      const keys = given.keys.filter((key) => isShown(given.fields.get(key) as Field));
      entries.push([name, Object.fromEntries((keys.length > 0 ? keys : [TYPENAME]).map((key) => [key, null]))]);
    }
  }
  return Object.fromEntries(entries);
}

/** What can be asked of an object without any other field. */
export const TYPENAME = '__typename';

export function printTree(tree: Tree): string {
  const fields = Object.entries(tree).map(([name, below]) => (below ? `${name} ${printTree(below)}` : name));
  return `{ ${fields.join(' ')} }`;
}
