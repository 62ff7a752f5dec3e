import { z } from 'zod';

export interface IntrospectionClient {
  id: string;
  secret: string;
}

const resultSchema = z.looseObject({ active: z.boolean() });

/** What the provider says of an active token. It may hold the user's current claims. */
export type IntrospectionResult = Readonly<Record<string, unknown>>;

const TIMEOUT_MS = 3_000;

/**
 * Asks the provider whether a token is active (RFC 7662), with the gateway's own client credentials.
 *
 * @param findEndpoint rejects where the endpoint cannot be found now
 * @returns a function that gives null for an inactive token, and rejects where the provider gives no valid answer
 */
export function createTokenIntrospection(findEndpoint: () => Promise<string>, { id, secret }: IntrospectionClient) {
  // RFC 6749, 2.3.1: both parts are form-encoded first.
  const credentials = Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64');
  return async (token: string): Promise<IntrospectionResult | null> => {
    const response = await fetch(await findEndpoint(), {
      method: 'POST',
      headers: { authorization: `Basic ${credentials}`, accept: 'application/json' },
      body: new URLSearchParams({ token, token_type_hint: 'access_token' }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) throw new Error(`introspection answered ${response.status}`);
    const result = resultSchema.parse(await response.json());
    return result.active ? result : null;
  };
}
