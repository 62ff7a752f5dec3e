import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const resolve = createRequire(import.meta.url).resolve;
const PAGE = new URL('./page/', import.meta.url);

/** The files that the page may load: GraphiQL and React from their npm packages, and its own. */
const SERVED = /^\/(graphiql\.min\.(js|css)|react(-dom)?\.production\.min\.js|page\.(js|css))$/;

export interface GraphiqlPage {
  /** Answers a browser at /graphql. */
  send(reply: FastifyReply): FastifyReply;
}

/** GraphiQL for a browser outside production, with sign-in at the OpenID Connect provider. The page loads nothing from another host. */
export async function serveGraphiql(app: FastifyInstance, issuer: string): Promise<GraphiqlPage> {
  await app.register(fastifyStatic, {
    root: [
      fileURLToPath(PAGE),
      dirname(resolve('graphiql/package.json')),
      `${dirname(resolve('react/package.json'))}/umd`,
      `${dirname(resolve('react-dom/package.json'))}/umd`,
    ],
    prefix: '/graphiql/',
    index: false,
    allowedPath: (path) => SERVED.test(path),
  });
  const page = readFileSync(new URL('index.html', PAGE), 'utf8').replace('{{issuer}}', encodeURI(issuer));
  // The origin only: a source with a path, such as Keycloak's issuer, would allow that one address and nothing below it.
  const policy = `default-src 'self'; connect-src 'self' ${new URL(issuer).origin}; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data:; frame-ancestors 'none'`;
  return {
    send: (reply) => reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(page),
  };
}
