import { randomUUID } from 'node:crypto';
import { importJWK, type JWK, SignJWT } from 'jose';
import { z } from 'zod';

const discovered = z.object({ token_endpoint: z.url() });
const tokenAnswer = z.object({ access_token: z.string(), expires_in: z.number() });

export interface SystemCredentials {
  issuer: string;
  client: string;
  /** The private key whose public half the provider has for this client. */
  key: JWK;
}

/** Long enough for a slow network and a clock that is a little off, too short to be worth stealing. */
const ASSERTION_SECONDS = 60;

/**
 * Signs an agency's own system in (client credentials, private_key_jwt), at the embedded provider or any other.
 *
 * @throws Error with one line: the provider does not answer, or refuses the client
 */
export async function signInSystem({ issuer, client, key }: SystemCredentials) {
  const base = issuer.replace(/\/$/, '');
  const { token_endpoint: endpoint } = discovered.parse(
    await (await ask(issuer, `${base}/.well-known/openid-configuration`)).json(),
  );
  const assertion = await new SignJWT({})
    .setProtectedHeader({ alg: key.alg ?? 'ES256', ...(key.kid && { kid: key.kid }) })
    .setIssuer(client)
    .setSubject(client)
    .setAudience(issuer)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${ASSERTION_SECONDS} s`)
    .sign(await importJWK(key, key.alg ?? 'ES256'));
  const answer = await ask(issuer, endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
  });
  if (!answer.ok) throw new Error(`${issuer} gave ${client} no token: HTTP ${answer.status}`);
  const { access_token: accessToken, expires_in: expiresIn } = tokenAnswer.parse(await answer.json());
  return { accessToken, expiresIn };
}

async function ask(issuer: string, url: string, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (cause) {
    throw new Error(`the identity provider ${issuer} does not answer`, { cause });
  }
}
