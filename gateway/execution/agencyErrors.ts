import { randomUUID } from 'node:crypto';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';

/** What an error's extensions may say to a caller; a subgraph's address and raw answer, and what came, are not among it. */
const SHOWN = ['code', 'id', 'path', 'accepted'] as const;

/** The agency did not answer: callers hear that, and the log why, under an id. */
export function agencyUnavailable(agency: string | null, cause: unknown, log: Logger): GraphQLFormattedError {
  const id = randomUUID();
  const named = agency === null ? {} : { agency };
  log.warn({ errorId: id, ...named, cause: causesOf(cause) }, 'agency did not answer');
  return { message: 'The agency did not answer.', extensions: { code: 'AGENCY_UNAVAILABLE', ...named, id } };
}

/** An error that an agency answered with, as the caller sees it: its words and code, without what callers need not know. */
export function agencyError(
  agency: string | null,
  error: { message?: unknown; extensions?: unknown },
  log: Logger,
  cause?: unknown,
): GraphQLFormattedError {
  const extensions = (typeof error.extensions === 'object' && error.extensions) || {};
  const shown = Object.fromEntries(
    SHOWN.filter((key) => key in extensions).map((key) => [key, (extensions as Record<string, unknown>)[key]]),
  );
  if (shown.code === 'INTERNAL_SERVER_ERROR' && shown.id === undefined) return internalError(agency, cause, log);
  const message = typeof error.message === 'string' ? error.message : 'The agency answered with an error.';
  return { message, extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...shown, ...(agency !== null && { agency }) } };
}

/** Something went wrong that nobody can mend by asking otherwise. */
export function internalError(agency: string | null, cause: unknown, log: Logger): GraphQLFormattedError {
  const id = randomUUID();
  const named = agency === null ? {} : { agency };
  log.error({ errorId: id, ...named, cause: causesOf(cause) }, 'operation failed');
  return {
    message: 'An internal error; the log has it under the id.',
    extensions: { code: 'INTERNAL_SERVER_ERROR', ...named, id },
  };
}

/** The codes along an error's causes: its messages may quote addresses and values. */
function causesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let cause = error; cause instanceof Error && codes.length < 6; ) {
    const { code, reason, originalError } = cause as { code?: unknown; reason?: unknown; originalError?: unknown };
    codes.push(typeof code === 'string' ? code : typeof reason === 'string' ? reason : cause.name);
    cause = cause.cause ?? originalError;
  }
  return codes;
}
