import type { Answer } from './asked.ts';
import type { Probe } from './probes.ts';

/**
 * What an answer holds for a probe, as far along its way as a number of steps: all values that are there, empty lists too.
 * @param record which of the records asked for; a field of the root has one answer only
 */
export function valuesAt(
  { data }: Answer,
  { alias, start, way }: Probe,
  record: number,
  steps = way.length,
): unknown[] {
  const given = data?.[alias];
  const first = 'entity' in start && Array.isArray(given) ? given[record] : given;
  return way
    .slice(0, steps)
    .reduce((values, { name }) => values.flatMap((value) => present(fieldOf(value, name))), present(first));
}

function present(value: unknown): unknown[] {
  if (Array.isArray(value) && value.length > 0) return value.flatMap(present);
  return value === null || value === undefined ? [] : [value];
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** What the errors of an answer say, by place: a field, the query of the root, or the whole answer. */
export function toldBy({ errors }: Answer, probes: readonly Probe[]): Map<string, Set<string>> {
  const byAlias = new Map(probes.map((probe) => [probe.alias, probe]));
  const told = new Map<string, Set<string>>();
  for (const { path = [], extensions } of errors) {
    const [alias, ...names] = path.filter((step) => typeof step === 'string');
    const probe = byAlias.get(alias ?? '');
    const place = (probe && (names.length === 0 ? rootPlace(probe) : probe.way[names.length - 1]?.place)) ?? 'ANSWER';
    told.set(place, (told.get(place) ?? new Set()).add(String(extensions?.code)));
  }
  return told;
}

function rootPlace({ start }: Probe): string {
  return 'root' in start ? start.root.place : 'Query._entities';
}
