import { randomUUID } from 'node:crypto';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { CallerGone } from '../caller.ts';
import type { Logger } from '../logger.ts';

/** What graphql-js itself says of a document or a value quotes it. */
const QUOTING: Readonly<Record<string, string>> = {
  BAD_USER_INPUT: 'A value is not of the type that its place accepts.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The schema does not allow the document.',
};

/** An error as it may be shown: with its code, without what it quotes; one that nobody meant a user to see becomes an id, under which the log has it. */
export function shownError(error: GraphQLError, log: Logger): GraphQLFormattedError {
  const { message, locations, path, extensions } = error.toJSON();
  const original = error.originalError ?? error;
  const shown = (text: string, said: Record<string, unknown>): GraphQLFormattedError => ({
    message: text,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: said,
  });
  const code = String(extensions?.code ?? 'INTERNAL_SERVER_ERROR');
  const unquoted = QUOTING[code];
  if (unquoted !== undefined) return shown(unquoted, { ...extensions, code });
  // What is meant for a user has a code; what graphql-js says of a value that a resolver gave quotes it, and has none.
  if (code !== 'INTERNAL_SERVER_ERROR') return shown(message, { ...extensions, code });
  if (original instanceof CallerGone) return { message, extensions: { code: 'GIVEN_UP' } };
  const id = randomUUID();
  log.error({ errorId: id, err: original }, 'resolver failed');
  return {
    message: 'An internal error; the log has it under the id.',
    ...(path && { path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', id },
  };
}

/** The same error, with a code. */
export function withCode(error: GraphQLError, code: string): GraphQLError {
  error.extensions.code = code;
  return error;
}
