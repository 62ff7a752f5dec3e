import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { SUBGRAPHS } from './subgraphs/names.ts';

/** What a gateway needs to know people by: a provider, and keys to tell subgraphs who asks. */
export interface Issuer {
  env: Readonly<Record<string, string>>;
  tokens: readonly string[];
  stop(): Promise<void>;
}

const AUDIENCE = 'casegraph';
const KEY_ID = 'bench';
const CONTEXT_SECRET_BYTES = 32;

/** An OpenID Connect provider with as many officers, each with a token that outlives any bench; it says of each that it is alive. */
export async function startIssuer(officers: number): Promise<Issuer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const key = { ...(await exportJWK(publicKey)), kid: KEY_ID, use: 'sig', alg: 'ES256' };
  const answers = new Map<string | undefined, (issuer: string) => object>([
    [
      '/.well-known/openid-configuration',
      (issuer) => ({ issuer, jwks_uri: `${issuer}/keys`, introspection_endpoint: `${issuer}/introspection` }),
    ],
    ['/keys', () => ({ keys: [key] })],
    ['/introspection', () => ({ active: true })],
  ]);
  const server = createServer((request, response) => {
    const answer = answers.get(request.url)?.(issuer);
    response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const tokens = await Promise.all(
    Array.from({ length: officers }, (_, number) =>
      new SignJWT({ agency: 'POLICE', region: '210100', roles: ['officer'], name: `示例${number}` })
        .setProtectedHeader({ alg: 'ES256', kid: KEY_ID, typ: 'at+jwt' })
        .setIssuer(issuer)
        .setAudience(AUDIENCE)
        .setSubject(`officer-${number}`)
        .setIssuedAt()
        .setExpirationTime('8h')
        .sign(privateKey),
    ),
  );
  const keysFolder = mkdtempSync(join(tmpdir(), 'casegraph-keys-'));
  const secret = Buffer.alloc(CONTEXT_SECRET_BYTES, KEY_ID).toString('base64url');
  const contextKeys = Object.fromEntries(SUBGRAPHS.map((name) => [name.toUpperCase(), secret]));
  writeFileSync(join(keysFolder, 'context.json'), JSON.stringify(contextKeys));
  return {
    env: {
      OIDC_ISSUER: issuer,
      OIDC_AUDIENCE: AUDIENCE,
      OIDC_CLIENT_ID: 'gateway',
      OIDC_CLIENT_SECRET: 'of-this-bench-only',
      CASEGRAPH_KEYS: keysFolder,
    },
    tokens,
    async stop() {
      rmSync(keysFolder, { recursive: true });
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
