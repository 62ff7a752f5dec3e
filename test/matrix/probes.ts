import { type Agency, type Facts, keyOf } from './expected/facts.ts';
import { type Field, type ObjectType, type Part, ROOTS } from './expected/schemaText.ts';

/*
 * A probe asks for one field alone, by the way from a record to it, so that nothing else can close it or take its object away.
 */
export interface Probe {
  /** Under which the answer has it. */
  alias: string;
  /** The record's type for one asked by its key; the root's field otherwise. */
  start: { entity: string } | { root: Field };
  /** From the record to the field: the fields that give parts of it, then the field itself. */
  way: readonly Field[];
  /** The types of its subgraph that have keys. */
  entities: ReadonlySet<string>;
}

/** Arguments without which a field of the root, or one below it, cannot be asked, finds nothing, or is too much. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  referralWindow: '(referral: $referral)',
  sharingCatalogue: '(first: 100, type: "AidLead")',
  'SharingItem.mask': '(first: 100, type: "PersonIdentity")',
  deadLetters: '(first: 1)',
  refusedEnvelopes: '(first: 1)',
};
/** Readings that are there before the matrix begins, since it adds thousands. */
const OF_TRAIL = '(first: 20, before: $before)';
/** What mutations answer, and what a user did wrong: asking for these would change rows. */
export const OF_MUTATIONS = /Payload$|^(InvalidInput|TransitionConflict|NotPermitted)$/;

/** One probe for each field of each type of a subgraph, for each way to it that leads through no record of another type. */
export function probesOf(part: Part): Probe[] {
  const probes: Probe[] = [];
  const entities = new Set([...part.types.values()].filter(({ keys }) => keys.length > 0).map(({ name }) => name));
  const add = (start: Probe['start'], way: readonly Field[]) =>
    probes.push({ alias: `p${probes.length}`, start, way, entities });
  const walk = (start: Probe['start'], type: ObjectType, before: readonly Field[]) => {
    for (const field of type.fields) {
      const way = [...before, field];
      add(start, way);
      const given = part.types.get(field.gives);
      const isPart = given !== undefined && given.keys.length === 0;
      if (isPart && !before.some(({ gives }) => gives === given.name)) walk(start, given, way);
    }
  };
  for (const type of part.types.values()) {
    if (type.keys.length > 0 && type.isResolvable) walk({ entity: type.name }, type, []);
  }
  for (const root of part.types.get('Query')?.fields ?? []) {
    const given = part.types.get(root.gives);
    if (given && given.keys.length === 0) walk({ root }, given, []);
  }
  return probes;
}

/** Types that a subgraph gives and no probe reaches; mutations' answers and references that it does not resolve aside. */
export function unreached(part: Part, probes: readonly Probe[]): string[] {
  const reached = new Set(probes.map(({ way }) => way.at(-1)?.type));
  const given = new Set([...part.types.values()].flatMap(({ fields }) => fields.map(({ gives }) => gives)));
  return [...part.types.values()]
    .filter(({ name, keys, isResolvable }) => (keys.length === 0 ? given.has(name) : isResolvable))
    .map(({ name }) => name)
    .filter((name) => !reached.has(name) && !ROOTS.includes(name) && !OF_MUTATIONS.test(name));
}

/** One operation with all probes that begin at records. */
export function entityQuery(part: Part, probes: readonly Probe[]): string {
  const types = new Set(probes.flatMap(({ start }) => ('entity' in start ? [start.entity] : [])));
  const variables = [...types].map((type) => `$${type}: [_Any!]!`).join(', ');
  const lines = probes.map(({ alias, start, way }) => {
    const type = 'entity' in start ? start.entity : '';
    return `${alias}: _entities(representations: $${type}) { ... on ${type} ${selection(part, way)} }`;
  });
  return `query (${variables}${lines.join().includes('$before') ? ', $before: Int' : ''}) {\n${lines.join('\n')}\n}`;
}

/** One operation with the probes of the root's fields. */
export function rootQuery(part: Part, probes: readonly Probe[]): string {
  const lines = probes.map(({ alias, start, way }) => {
    const name = 'root' in start ? start.root.name : '';
    const page = 'root' in start && start.root.gives.endsWith('Connection') ? '(first: 1)' : '';
    const given = ARGUMENTS[way.at(-1)?.place ?? ''] ?? ARGUMENTS[name] ?? page;
    return `${alias}: ${name}${given} ${selection(part, way)}`;
  });
  const usesReferral = lines.some((line) => line.includes('$referral'));
  return `query ${usesReferral ? '($referral: ID!) ' : ''}{\n${lines.join('\n')}\n}`;
}

/** The representations of the records that a viewer asks for, as variables of `entityQuery`: by type one of each of the facts. */
export function representations(
  probes: readonly Probe[],
  records: readonly Facts[],
  viewer: Agency,
): Record<string, unknown> {
  const types = new Set(probes.flatMap(({ start }) => ('entity' in start ? [start.entity] : [])));
  return Object.fromEntries(
    [...types].map((type) => [type, records.map((facts) => ({ __typename: type, ...keyOf(type, facts, viewer) }))]),
  );
}

function selection(part: Part, way: readonly Field[]): string {
  const [field, ...rest] = way;
  if (!field) return '{ __typename }';
  const isObject = part.types.has(field.gives);
  const given = field.gives === 'Disclosure' ? OF_TRAIL : '';
  return `{ ${field.name}${given} ${rest.length > 0 || isObject ? selection(part, rest) : ''}}`;
}
