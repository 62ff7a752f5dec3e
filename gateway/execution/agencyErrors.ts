import { randomUUID } from 'node:crypto';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';

/** The extensions of an agency's error that clients see. A subgraph's address, its raw answer and values are not among them. */
const VISIBLE_EXTENSIONS = ['code', 'id', 'path', 'accepted'] as const;

/** The agency did not answer. The log has the reason, under the id in the error. */
export function agencyUnavailable(agency: string | null, cause: unknown, log: Logger): GraphQLFormattedError {
  const id = randomUUID();
  const named = agency === null ? {} : { agency };
  log.warn({ errorId: id, ...named, cause: codesOf(cause) }, 'agency did not answer');
  return { message: 'The agency did not answer.', extensions: { code: 'AGENCY_UNAVAILABLE', ...named, id } };
}

/** An error in an agency's answer, as clients see it: its message and code. */
export function agencyError(
  agency: string | null,
  error: { message?: unknown; extensions?: unknown },
  log: Logger,
  cause?: unknown,
): GraphQLFormattedError {
  const extensions = (typeof error.extensions === 'object' && error.extensions) || {};
  const visible = Object.fromEntries(
    VISIBLE_EXTENSIONS.filter((key) => key in extensions).map((key) => [
      key,
      (extensions as Record<string, unknown>)[key],
    ]),
  );
  if (visible.code === 'INTERNAL_SERVER_ERROR' && visible.id === undefined) return internalError(agency, cause, log);
  const message = typeof error.message === 'string' ? error.message : 'The agency answered with an error.';
  return { message, extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...visible, ...(agency !== null && { agency }) } };
}

/** An error that the client cannot avoid by asking differently. */
export function internalError(agency: string | null, cause: unknown, log: Logger): GraphQLFormattedError {
  const id = randomUUID();
  const named = agency === null ? {} : { agency };
  log.error({ errorId: id, ...named, cause: codesOf(cause) }, 'operation failed');
  return {
    message: 'An internal error; the log has it under the id.',
    extensions: { code: 'INTERNAL_SERVER_ERROR', ...named, id },
  };
}

/** The codes of an error and its causes. Messages are not logged: they may quote addresses and values. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let cause = error; cause instanceof Error && codes.length < 6; ) {
    const { code, reason, originalError } = cause as { code?: unknown; reason?: unknown; originalError?: unknown };
    codes.push(typeof code === 'string' ? code : typeof reason === 'string' ? reason : cause.name);
    cause = cause.cause ?? originalError;
  }
  return codes;
}
