import type { FastifyInstance } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it came, where it came as JSON. */
    rawBody: string;
  }
}

/** Keeps JSON bodies as they came beside what they say: the gateway's context is made for one body, byte by byte. */
export function keepRawBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.decorateRequest('rawBody', '');
  app.addContentTypeParser<string>('application/json', { parseAs: 'string' }, (request, body, done) => {
    request.rawBody = body;
    parse(request, body, done);
  });
}
