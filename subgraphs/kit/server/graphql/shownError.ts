import { randomUUID } from 'node:crypto';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { CallerGone } from '../clientDisconnect.ts';
import type { Logger } from '../logger.ts';

/** What graphql-js itself says of a document or a value quotes it. */
const QUOTING: Readonly<Record<string, string>> = {
  BAD_USER_INPUT: 'A value is not of the type that its place accepts.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The schema does not allow the document.',
};

/** The same, with what it names: variables that the document declares, and what the schema requires. Any other name is the sender's own text. */
const NAMING: readonly [RegExp, (...names: string[]) => string][] = [
  [
    /^Variable "\$(\w+)" .*; Field "(\w+)" of required type "[\w![\]]+" was not provided\.$/s,
    (variable, field) => `The variable $${variable} lacks the field ${field}.`,
  ],
  [
    /^Variable "\$(\w+)" of required type "[\w![\]]+" was not provided\.$/,
    (variable) => `The variable $${variable} is missing.`,
  ],
  [/^Variable "\$(\w+)" /, (variable) => `The variable $${variable} is not of its type.`],
  [
    /^Field "\w+" argument "(\w+)" of type "[\w![\]]+" is required/,
    (argument) => `The argument ${argument} is missing.`,
  ],
  [
    /^Field "(\w+\.\w+)" of required type "[\w![\]]+" was not provided\.$/,
    (field) => `The input field ${field} is missing.`,
  ],
];

function unquotedText(code: string, message: string): string | undefined {
  const masked = QUOTING[code];
  if (masked === undefined) return undefined;
  for (const [form, words] of NAMING) {
    const names = form.exec(message);
    if (names) return words(...names.slice(1));
  }
  return masked;
}

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
  const unquoted = unquotedText(code, message);
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
