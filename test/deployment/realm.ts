import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { REALM_FILE, type realmFromUsers } from '../../identity/keycloak/generate.ts';

export type Realm = ReturnType<typeof realmFromUsers>;

/** The committed realm, as Keycloak imports it. */
export function readRealm(): Realm {
  return JSON.parse(readFileSync(REALM_FILE, 'utf8'));
}

/** Stands for Keycloak where the gateway asks for its keys, and signs what Keycloak would sign. */
export interface RealmSigner {
  port: number;
  /** An access token for a user of the realm, with the claims that the realm's mappers of this client make. */
  tokenFor(username: string, clientId: string): Promise<string>;
  close(): Promise<void>;
}

/** @param keysPath where the keys are published @param issuer as Keycloak names itself */
export async function startRealmSigner(realm: Realm, keysPath: string, issuer: string): Promise<RealmSigner> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'realm', alg: 'RS256', use: 'sig' }] });
  const server = createServer((request, response) => {
    response.writeHead(request.url === keysPath ? 200 : 404, { 'content-type': 'application/json' });
    response.end(jwks);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    tokenFor: (username, clientId) =>
      new SignJWT(claimsOf(realm, username, clientId))
        .setProtectedHeader({ alg: 'RS256', kid: 'realm' })
        .setIssuer(issuer)
        .setIssuedAt()
        .setExpirationTime(`${realm.accessTokenLifespan} s`)
        .sign(privateKey),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function claimsOf(realm: Realm, username: string, clientId: string): Record<string, unknown> {
  const user = realm.users.find((found) => found.username === username);
  const client = realm.clients.find((found) => found.clientId === clientId);
  if (!user || !client) throw new Error(`The realm has no ${username} or no ${clientId}.`);
  // What the scope `profile` of Keycloak adds; all others come from mappers.
  const claims: Record<string, unknown> = { name: user.firstName, preferred_username: user.username };
  for (const { protocolMapper, config } of client.protocolMappers) {
    if ('included.custom.audience' in config) claims.aud = config['included.custom.audience'];
    else if (protocolMapper === 'oidc-usermodel-property-mapper') claims[config['claim.name']] = user.username;
    else {
      const values = user.attributes[config['user.attribute'] as keyof typeof user.attributes];
      claims[config['claim.name']] = config.multivalued === 'true' ? values : values[0];
    }
  }
  return claims;
}
