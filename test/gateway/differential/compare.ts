import { isDeepStrictEqual } from 'node:util';

export interface Response {
  data?: unknown;
  errors?: readonly ResponseError[];
  extensions?: { valueCompletion?: readonly ResponseError[]; agencies?: Record<string, string> };
}

export interface ResponseError {
  message: string;
  path?: readonly (string | number)[];
  extensions?: { code?: string; agency?: string };
}

/** What two engines said differently; null where they agree. */
export interface Difference {
  /** The first place where the data differ, or errors, or agencies. */
  what: string;
  ours: unknown;
  reference: unknown;
}

/**
 * Where ours says more than the reference, by the specification:
 * - a field that is never null, or a value that is none of its type, is an error of the answer; the reference has it among
 *   the extensions, and not at all beside other errors;
 * - an error has the path of the field: the reference writes @ for an index where a whole fetch has failed, counts objects
 *   that it did not ask about, and renames nothing back.
 */
export function difference(ours: Response, reference: Response): Difference | null {
  if (!isDeepStrictEqual(ours.data, reference.data)) return firstDifference(ours.data, reference.data, 'data');
  const [mine, theirs] = [ours.errors, reference.errors].map(marks) as [string[], string[]];
  if (!isDeepStrictEqual(mine, theirs)) return { what: 'errors', ours: mine, reference: theirs };
  const [asked, answered] = [ours.extensions?.agencies ?? {}, reference.extensions?.agencies ?? {}];
  if (!isDeepStrictEqual({ ...asked }, { ...answered })) return { what: 'agencies', ours: asked, reference: answered };
  return null;
}

/** Errors as both have them: which agency said what of which field. */
function marks(errors: readonly ResponseError[] = []): string[] {
  const found = errors
    .filter(({ extensions }) => extensions?.code !== 'AGENCY_ANSWER_INVALID')
    .map(({ message, path = [], extensions }) => {
      const list = path.indexOf('@');
      const names = (list < 0 ? path : path.slice(0, list)).filter((step) => typeof step === 'string');
      return `${extensions?.agency} ${extensions?.code} ${message} at ${names.join('.')}`;
    });
  return [...new Set(found)].sort();
}

function firstDifference(ours: unknown, reference: unknown, place: string): Difference {
  if (typeof ours === 'object' && ours && typeof reference === 'object' && reference) {
    for (const key of new Set([...Object.keys(ours), ...Object.keys(reference)])) {
      const [mine, theirs] = [(ours as never)[key], (reference as never)[key]];
      if (!isDeepStrictEqual(mine, theirs)) return firstDifference(mine, theirs, `${place}.${key}`);
    }
  }
  return { what: place, ours, reference };
}
