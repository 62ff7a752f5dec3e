import type { FastifyInstance } from 'fastify';
import { overLimit, Refusal, refuse } from './refusal.ts';

const NOT_JSON = () => refuse(400, 'BAD_REQUEST', 'The body is not JSON in UTF-8.');
const WRONG_TYPE = () =>
  refuse(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send operations as application/json in UTF-8.', {
    accepted: 'application/json',
  });

/**
 * JSON in UTF-8 is the one kind of body. A form, which any page on the web can make a browser send without asking, is
 * none; so no other site can act as the person who is signed in (CSRF).
 */
export function acceptJsonOnly(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const charset = /charset="?([^";\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
    if (charset && charset.toLowerCase() !== 'utf-8') return done(WRONG_TYPE());
    let text: string;
    try {
      text = decoder.decode(body as Buffer);
    } catch {
      // Bytes that are no UTF-8 would become replacement characters, and a name that nobody has.
      return done(NOT_JSON());
    }
    parse(request, text, (error, value) => done(error ? NOT_JSON() : null, value));
  });
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
