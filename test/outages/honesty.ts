import type { GraphQLFormattedError } from 'graphql';
import type { GraphqlAnswer } from '../../demo/story/people.ts';

type Path = readonly (string | number)[];

/**
 * What is dishonest in an answer, beside the whole one: a value that is another, one that is missing without an error that leads there or
 * beyond, an error that does not say whose it is, agencies that are said to have answered and have not.
 */
export function dishonestIn(answer: GraphqlAnswer<unknown>, whole: unknown): string[] {
  const faults: string[] = [];
  const errors = answer.errors ?? [];
  const agencies = (answer.extensions?.agencies ?? {}) as Record<string, string>;
  const compare = (found: unknown, expected: unknown, path: Path): void => {
    if (found === null || found === undefined) {
      if (expected !== null && !errors.some((error) => isExplainedBy(error, path)))
        faults.push(`${path.join('.')} is missing without an error`);
    } else if (typeof found === 'object' && typeof expected === 'object' && expected !== null) {
      for (const key of new Set([...Object.keys(found), ...Object.keys(expected)]))
        compare(own(found, key), own(expected, key) ?? null, [...path, Array.isArray(expected) ? Number(key) : key]);
    } else if (found !== expected) faults.push(`${path.join('.')} is another value`);
  };
  compare(answer.data, whole, []);
  for (const { extensions } of errors) {
    const { code, agency } = extensions ?? {};
    if (typeof code !== 'string') faults.push('an error has no code');
    else if (code === 'AGENCY_UNAVAILABLE' && agencies[String(agency)] !== 'failed')
      faults.push(`${agency} is not among those that failed`);
  }
  return faults;
}

function isExplainedBy({ path = [] }: GraphQLFormattedError, missing: Path): boolean {
  const shared = Math.min(path.length, missing.length);
  return missing.slice(0, shared).every((step, index) => step === path[index]);
}

function own(of: object, key: string): unknown {
  return Object.hasOwn(of, key) ? (of as Record<string, unknown>)[key] : undefined;
}
