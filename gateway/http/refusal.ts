import type { GraphQLFormattedError } from 'graphql';

/** A request that is not answered: an HTTP status, and errors that carry a code and never a value that the client sent. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: readonly GraphQLFormattedError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    errors: readonly GraphQLFormattedError[],
    headers: Readonly<Record<string, string>> = {},
  ) {
    super('refused');
    this.status = status;
    this.errors = errors;
    this.headers = headers;
  }

  /** The code of the first error. */
  get code(): string {
    return String(this.errors[0]?.extensions?.code);
  }

  withStatus(status: number): Refusal {
    return new Refusal(status, this.errors, this.headers);
  }
}

/** A refusal with one error. */
export function refuse(
  status: number,
  code: string,
  message: string,
  details: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): Refusal {
  return new Refusal(status, [{ message, extensions: { code, ...details } }], headers);
}

/** A limit of limits/limits.ts is exceeded. @param received null where it is not known exactly */
export function overLimit(limit: string, received: number | null, accepted: number, status = 400): Refusal {
  const amount = received === null ? 'More' : `${received}`;
  return refuse(status, 'LIMIT_EXCEEDED', `${amount} came, at most ${accepted} are accepted: ${limit}.`, {
    limit,
    received,
    accepted,
  });
}
