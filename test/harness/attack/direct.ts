import { hash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JWTPayload, SignJWT } from 'jose';
import type { GraphqlAnswer } from '../../../demo/story/people.ts';
import { agencyOfPart } from '../../../subgraphs/kit/definition.ts';
import type { TestSystem } from '../system.ts';

/** Claims of a context, any of them wrong; undefined leaves one out. */
export type Claims = Record<string, unknown>;

/** Whoever has got hold of subgraphs' ports and, for what they sign, of the gateway's secrets. */
export interface Direct {
  /** The gateway's secret for a subgraph. */
  secretOf(part: string): Uint8Array;
  /** What the gateway would say of its officer in Shenyang to that subgraph, for that body. */
  claims(part: string, body: string, changes?: Claims): JWTPayload;
  /** Signed as the gateway signs. */
  context(part: string, body: string, changes?: Claims): Promise<string>;
  /** Posts a body to a subgraph. */
  post(
    part: string,
    body: string,
    context: string | null,
    headers?: Record<string, string>,
  ): Promise<{ status: number; text: string }>;
  /** Asks a subgraph with a sound context for whoever the changes say. */
  ask<Data = Record<string, unknown>>(
    part: string,
    query: string,
    variables: Record<string, unknown>,
    changes: Claims,
  ): Promise<GraphqlAnswer<Data>>;
}

export function createDirect(system: TestSystem): Direct {
  const secrets = JSON.parse(readFileSync(join(system.config.keysFolder, 'context.json'), 'utf8')) as Record<
    string,
    string
  >;
  const direct: Direct = {
    secretOf: (part) => Buffer.from(secrets[agencyOfPart(part)] as string, 'base64url'),
    claims: (part, body, changes = {}) =>
      JSON.parse(
        JSON.stringify({
          iss: 'casegraph-gateway',
          aud: agencyOfPart(part),
          sub: 'womens-federation.shenyang.officer',
          username: 'womens-federation.shenyang.officer',
          name: '测试',
          agency: 'WOMENS_FEDERATION',
          region: '210100',
          roles: ['officer'],
          language: 'en',
          referral: null,
          body: hash('sha256', body, 'base64url'),
          jti: randomUUID(),
          requestId: randomUUID(),
          iat: Math.floor(Date.now() / 1000),
          exp: Math.floor(Date.now() / 1000) + 15,
          ...changes,
        }),
      ),
    context: (part, body, changes) =>
      new SignJWT(direct.claims(part, body, changes)).setProtectedHeader({ alg: 'HS256' }).sign(direct.secretOf(part)),
    async post(part, body, context, headers = {}) {
      const response = await fetch(`${system.config.urls[part]}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(context !== null && { 'x-casegraph-context': context }),
          ...headers,
        },
        body,
      });
      return { status: response.status, text: await response.text() };
    },
    async ask(part, query, variables, changes) {
      const body = JSON.stringify({ query, variables });
      const { text } = await direct.post(part, body, await direct.context(part, body, changes));
      return JSON.parse(text);
    },
  };
  return direct;
}
