import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { parse } from 'secure-json-parse';
import { overLimit, Refusal, refuse } from '../refusal.ts';

const NOT_JSON = (what = 'What was sent') => refuse(400, 'BAD_REQUEST', `${what} is not JSON in UTF-8.`);
const WRONG_TYPE = () =>
  refuse(
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    'Send operations as application/json in UTF-8, not compressed; forms and multipart requests are not taken.',
    { accepted: 'application/json' },
  );

/** JSON that came from outside; keys that would change what objects are make it none. @param what for whoever sent it @throws Refusal */
export function parseJson(text: string, what?: string): unknown {
  try {
    return parse(text);
  } catch {
    throw NOT_JSON(what);
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true });

/** Bytes that are no UTF-8 would become replacement characters, and a name that nobody has. @throws Refusal */
function decode(body: Buffer): string {
  try {
    return decoder.decode(body);
  } catch {
    throw NOT_JSON();
  }
}

/**
 * JSON in UTF-8 is the one kind of body. A form, which any page on the web can make a browser send without asking, is
 * none; so no other site can act as the person who is signed in (CSRF).
 */
export function acceptJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    let read: unknown;
    try {
      requireUtf8(request.headers);
      read = parseJson(decode(body as Buffer));
    } catch (error) {
      return done(error as Refusal);
    }
    done(null, read);
  });
}

/** @throws Refusal */
function requireUtf8({
  'content-type': type = '',
  'content-encoding': coding = 'identity',
}: IncomingHttpHeaders): void {
  const charset = /charset="?([^";\s]+)/i.exec(type)?.[1] ?? 'utf-8';
  if (charset.toLowerCase() !== 'utf-8' || coding !== 'identity') throw WRONG_TYPE();
}

/** What Fastify itself says of a request, as a refusal; null for a fault of ours. */
export function refusalOf(error: Error & { statusCode?: number; code?: string }, bodyBytes: number): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return overLimit('bodyBytes', null, bodyBytes, 413);
  if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return WRONG_TYPE();
  const status = error.statusCode ?? 500;
  return status >= 400 && status < 500
    ? refuse(status, 'BAD_REQUEST', 'The request is not one that HTTP allows.')
    : null;
}
