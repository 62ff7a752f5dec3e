import { type Field, type Part, ROOTS } from '../../matrix/expected/schemaText.ts';

/** A link between two subjects: one field, or several through parts of a record. */
export interface Edge {
  /** The types at its ends. */
  from: string;
  to: string;
  /** For example `PoliceCase.parties > CaseParty.person`. */
  name: string;
  fields: readonly Field[];
}

/** How people of an agency read an edge: OWN as their own record, CONDITIONAL under a referral for one of the purposes (null for any). */
export type Openness = { level: 'OWN' | 'OPEN' | 'CLOSED' } | { level: 'CONDITIONAL'; for: readonly string[] | null };

/** Values that name a case or a person, so that a field of theirs says as much as a link. */
export const TELLING_SCALARS: readonly string[] = ['CaseNumber', 'PhoneNumber', 'ResidentIdNumber'];

/**
 * The links between subjects, over all agencies. A field that gives only the id of a record (`caseId`) is one as well, and so is a
 * query that chooses by one: from what it takes to what it gives.
 * @param subjects the types that are records on somebody, or whom and what records are about
 */
export function readEdges(parts: readonly Part[], subjects: ReadonlySet<string>): Edge[] {
  return parts.flatMap((part) => [
    ...[...subjects].flatMap((from) =>
      (part.types.get(from)?.fields ?? []).flatMap((field) => follow(part, field, subjects).map(startingAt(from))),
    ),
    ...queriesOf(part).flatMap((field) =>
      field.takes.flatMap((taken) => {
        const from = subjectNamed(taken, subjects);
        return from === null ? [] : follow(part, field, subjects).map(startingAt(from));
      }),
    ),
  ]);
}

const startingAt = (from: string) => (edge: Omit<Edge, 'from'>) => ({ from, ...edge });

function queriesOf({ types }: Part): readonly Field[] {
  return ['Query', 'Subscription'].flatMap((root) => types.get(root)?.fields ?? []);
}

/** The links that begin with a field, through parts of a record and pages of a list. */
function follow(
  part: Part,
  field: Field,
  subjects: ReadonlySet<string>,
  before: readonly Field[] = [],
): Omit<Edge, 'from'>[] {
  const fields = [...before, field];
  const to = targetOf(field, subjects);
  if (to !== null) return [{ to, name: fields.map(({ place }) => place).join(' > '), fields }];
  const below = part.types.get(field.gives);
  // What has a key and is no subject (an agency, a region) holds nothing of anybody.
  if (!below || below.keys.length > 0 || ROOTS.includes(below.name)) return [];
  return below.fields.flatMap((next) => (fields.includes(next) ? [] : follow(part, next, subjects, fields)));
}

function targetOf({ gives, name, isKey }: Field, subjects: ReadonlySet<string>): string | null {
  if (subjects.has(gives) || TELLING_SCALARS.includes(gives)) return gives;
  return isKey || !/Ids?$/.test(name) ? null : subjectNamed(name, subjects);
}

/** `caseId` and `case` name a Case, `referral` a Referral. */
function subjectNamed(name: string, subjects: ReadonlySet<string>): string | null {
  const stem = name.replace(/Ids?$/, '');
  const type = `${stem[0]?.toUpperCase()}${stem.slice(1)}`;
  return subjects.has(type) ? type : null;
}

/** How people of an agency read fields one behind the other, if their role reads all that the agency may: as the most closed of them. */
export function opennessOf(fields: readonly Field[], agency: string): Openness {
  return fields.map((field) => ofField(field, agency)).reduce(moreClosed);
}

function ofField({ isKey, owner, rule }: Field, agency: string): Openness {
  if (isKey) return { level: 'OPEN' };
  if (owner === agency) return { level: 'OWN' };
  const isNamed = rule.with?.includes(agency) ?? agency !== 'HUB';
  if (!isNamed || rule.level === 'NOT_SHARED') return { level: 'CLOSED' };
  return rule.level === 'UNCONDITIONAL' ? { level: 'OPEN' } : { level: 'CONDITIONAL', for: rule.for };
}

const ORDER: readonly Openness['level'][] = ['OWN', 'OPEN', 'CONDITIONAL', 'CLOSED'];

function moreClosed(one: Openness, other: Openness): Openness {
  if (one.level !== 'CONDITIONAL' || other.level !== 'CONDITIONAL')
    return ORDER.indexOf(one.level) < ORDER.indexOf(other.level) ? other : one;
  if (one.for === null || other.for === null) return one.for === null ? other : one;
  return { level: 'CONDITIONAL', for: one.for.filter((purpose) => other.for?.includes(purpose)) };
}

/** Whether what one way shows is closed there whenever it is closed here. */
export function isAtLeastAsClosed(way: Openness, as: Openness): boolean {
  if (way.level !== 'CONDITIONAL' || as.level !== 'CONDITIONAL')
    return ORDER.indexOf(way.level) >= ORDER.indexOf(as.level);
  return as.for === null || (way.for?.every((purpose) => as.for?.includes(purpose)) ?? false);
}

/** Other ways between the two ends of an edge: links between the same types in either direction, and ways over one other type. */
export function otherWays(edge: Edge, edges: readonly Edge[]): Edge[][] {
  const direct = edges.filter((other) => other !== edge && isBetweenSame(other, edge)).map((other) => [other]);
  const over = edges
    .filter(({ from, to }) => from === edge.from && to !== edge.to && to !== edge.from)
    .flatMap((first) =>
      edges.filter(({ from, to }) => from === first.to && to === edge.to).map((second) => [first, second]),
    );
  return [...direct, ...over];
}

function isBetweenSame(one: Edge, other: Edge): boolean {
  const isSame = one.from === other.from && one.to === other.to;
  return isSame || (one.from === other.to && one.to === other.from);
}
