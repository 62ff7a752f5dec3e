import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { parse } from 'secure-json-parse';
import { overLimit, Refusal, refuse } from '../refusal.ts';

const notJson = (what = 'The body') => refuse(400, 'BAD_REQUEST', `${what} is not JSON in UTF-8.`);
const unsupportedMediaType = () =>
  refuse(
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    'Send operations as application/json in UTF-8, not compressed; forms and multipart requests are not taken.',
    { accepted: 'application/json' },
  );

/** Parses JSON of a client. Refuses keys such as `__proto__`. @param what for the error message @throws Refusal */
export function parseJson(text: string, what?: string): unknown {
  try {
    return parse(text);
  } catch {
    throw notJson(what);
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Invalid UTF-8 would become replacement characters, and thus another name. @throws Refusal */
function decode(body: Buffer): string {
  try {
    return decoder.decode(body);
  } catch {
    throw notJson();
  }
}

/**
 * Accepts JSON in UTF-8 only. A page of another site can make a browser send a form, but not JSON: so it cannot act as the user
 * who is signed in (CSRF).
 */
export function acceptJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    let parsed: unknown;
    try {
      requireUtf8(request.headers);
      parsed = parseJson(decode(body as Buffer));
    } catch (error) {
      return done(error as Refusal);
    }
    done(null, parsed);
  });
}

/** @throws Refusal */
function requireUtf8({
  'content-type': type = '',
  'content-encoding': coding = 'identity',
}: IncomingHttpHeaders): void {
  const charset = /charset="?([^";\s]+)/i.exec(type)?.[1] ?? 'utf-8';
  if (charset.toLowerCase() !== 'utf-8' || coding !== 'identity') throw unsupportedMediaType();
}

/** An error of Fastify about a request, as a refusal; null for an internal error. */
export function refusalOf(error: Error & { statusCode?: number; code?: string }, bodyBytes: number): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return overLimit('bodyBytes', null, bodyBytes, 413);
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return unsupportedMediaType();
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 500
    ? refuse(status, 'BAD_REQUEST', 'The request is not one that HTTP allows.')
    : null;
}
