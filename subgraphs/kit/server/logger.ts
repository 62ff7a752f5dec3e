import { GraphQLError } from 'graphql';
import pino, { type DestinationStream, type Logger } from 'pino';
import { currentRequestId } from './requestState.ts';

export type { Logger } from 'pino';

/**
 * Structured logs: the part, the request's id, codes and counts. What a person wrote never goes in: callers log
 * identifiers and codes only, and what errors carry beyond their name, code and stack is dropped here.
 */
export function createLogger(part: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: { part },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => {
      const requestId = currentRequestId();
      return requestId ? { requestId } : {};
    },
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/** A database error's message and detail quote values, so only its code, constraint and place are kept. */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code, constraint, table } = error as { code?: unknown; constraint?: unknown; table?: unknown };
  const fromDatabase = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  return {
    type: error.name,
    code,
    constraint,
    table,
    // graphql-js quotes the value that does not fit.
    message: fromDatabase
      ? `database error ${code}`
      : error instanceof GraphQLError
        ? 'a value does not fit its field'
        : error.message,
    stack: frames.slice(0, 12).join('\n'),
  };
}
