import { randomUUID } from 'node:crypto';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';

/** What an error's extensions may say to a caller; a subgraph's address and raw answer, and what came, are not among it. */
const SHOWN = ['code', 'id', 'path', 'accepted'] as const;

/**
 * An error as the caller sees it: path, agency and code. What a failing subgraph or the gateway itself said goes to the
 * log under an id.
 */
export function hideSubgraphFault(
  formatted: GraphQLFormattedError,
  error: unknown,
  log: Logger,
): GraphQLFormattedError {
  const extensions = formatted.extensions ?? {};
  const agency = typeof extensions.serviceName === 'string' ? { agency: extensions.serviceName } : {};
  const shown = Object.fromEntries(
    SHOWN.filter((key) => extensions[key] !== undefined).map((key) => [key, extensions[key]]),
  );
  const place = {
    ...(formatted.locations && { locations: formatted.locations }),
    ...(formatted.path && { path: formatted.path }),
  };
  if (extensions.code === 'AGENCY_UNAVAILABLE' || extensions.response !== undefined) {
    const id = randomUUID();
    log.warn({ errorId: id, ...agency, cause: causeOf(error) }, 'agency did not answer');
    return {
      message: 'The agency did not answer.',
      ...place,
      extensions: { code: 'AGENCY_UNAVAILABLE', ...agency, id },
    };
  }
  if (extensions.code === 'INTERNAL_SERVER_ERROR' && extensions.id === undefined) {
    const id = randomUUID();
    log.error({ errorId: id, ...agency, cause: causeOf(error) }, 'operation failed');
    return {
      message: 'An internal error; the log has it under the id.',
      ...place,
      extensions: { code: 'INTERNAL_SERVER_ERROR', ...agency, id },
    };
  }
  return { message: formatted.message, ...place, extensions: { ...shown, ...agency } };
}

/** The codes along an error's causes: its messages may quote addresses and values. */
function causeOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let cause = error; cause instanceof Error && codes.length < 6; ) {
    const { code, originalError } = cause as { code?: unknown; originalError?: unknown };
    codes.push(typeof code === 'string' ? code : cause.name);
    cause = cause.cause ?? originalError;
  }
  return codes;
}
