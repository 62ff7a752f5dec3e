import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type createRealm, REALM_FILE } from '../../identity/keycloak/generate.ts';

export type Realm = ReturnType<typeof createRealm>;

/** The committed realm, as Keycloak imports it. */
export function readRealm(): Realm {
  return JSON.parse(readFileSync(REALM_FILE, 'utf8'));
}

/** Stands for Keycloak where the gateway asks for its keys, and signs what Keycloak would sign. */
export interface RealmSigner {
  port: number;
  /** An access token for a user of the realm, with the claims that the realm's mappers of this client make. */
  tokenFor(username: string, clientId: string): Promise<string>;
  /** An access token that a system of the realm got for itself. */
  tokenForSystem(clientId: string): Promise<string>;
  /** From now on a token is dead. */
  end(token: string): void;
  close(): Promise<void>;
}

export interface RealmAddresses {
  /** As Keycloak names itself. */
  issuer: string;
  /** Where the keys are published. */
  keysPath: string;
  introspectionPath: string;
  /** What Keycloak has put into the realm for the gateway's secret. */
  gatewaySecret: string;
}

export async function startRealmSigner(
  realm: Realm,
  { issuer, keysPath, introspectionPath, gatewaySecret }: RealmAddresses,
): Promise<RealmSigner> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'realm', alg: 'RS256', use: 'sig' }] });
  const ended = new Set<string | null>();
  const gateway = realm.clients.find((client) => 'secret' in client)?.clientId;
  const credentials = `Basic ${Buffer.from(`${gateway}:${gatewaySecret}`).toString('base64')}`;
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: string) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    if (request.url === keysPath) return answer(200, jwks);
    if (request.url !== introspectionPath || request.method !== 'POST') return answer(404, '{}');
    if (request.headers.authorization !== credentials) return answer(401, '{"error":"invalid_client"}');
    const token = new URLSearchParams(await text(request)).get('token');
    return answer(200, JSON.stringify({ active: !ended.has(token) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const sign = (claims: Record<string, unknown>, clientId: string) =>
    new SignJWT({ ...claims, typ: 'Bearer', azp: clientId })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'realm' })
      .setIssuer(issuer)
      .setIssuedAt()
      .setExpirationTime(`${realm.accessTokenLifespan} s`)
      .sign(privateKey);
  return {
    port: (server.address() as AddressInfo).port,
    tokenFor: (username, clientId) => sign(claimsOf(realm, username, clientId), clientId),
    tokenForSystem: (clientId) => sign(claimsOf(realm, `service-account-${clientId}`, clientId), clientId),
    end: (token) => void ended.add(token),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function claimsOf(realm: Realm, username: string, clientId: string): Record<string, unknown> {
  const user = realm.users.find((found) => found.username === username);
  const client = realm.clients.find((found) => found.clientId === clientId);
  if (!user || !client) throw new Error(`The realm has no ${username} or no ${clientId}.`);
  // What the scopes of Keycloak add; all others come from mappers.
  const claims: Record<string, unknown> = {
    ...(client.defaultClientScopes.includes('basic') && { sub: idOf(username) }),
    ...(client.defaultClientScopes.includes('profile') && { name: user.firstName, preferred_username: user.username }),
  };
  for (const { protocolMapper, config } of client.protocolMappers) {
    if ('included.custom.audience' in config) claims.aud = config['included.custom.audience'];
    else if ('claim.value' in config) claims[config['claim.name']] = config['claim.value'];
    else if (protocolMapper === 'oidc-usermodel-property-mapper') claims[config['claim.name']] = user.username;
    else {
      const values = user.attributes[config['user.attribute'] as keyof typeof user.attributes];
      claims[config['claim.name']] = config.multivalued === 'true' ? values : values[0];
    }
  }
  return claims;
}

/** Keycloak gives each user an id of its own, which is not their name. */
function idOf(username: string): string {
  const digits = hash('sha256', username);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}
