import { z } from 'zod';

export interface IntrospectionClient {
  id: string;
  secret: string;
}

const answerShape = z.looseObject({ active: z.boolean() });

/** What the provider says of a token that is alive; it may hold the claims of its bearer as they are now. */
export type Introspected = Readonly<Record<string, unknown>>;
const PATIENCE_MS = 3_000;

/**
 * Asks the provider whether a token is alive (RFC 7662), as the client that the gateway is there.
 *
 * @param findEndpoint rejects where it cannot be found now
 * @returns a function that gives null for a token that is dead, and rejects where the provider does not answer, does not know the gateway, or answers something else
 */
export function createIntrospection(findEndpoint: () => Promise<string>, { id, secret }: IntrospectionClient) {
  // RFC 6749, 2.3.1: both parts are form-encoded first.
  const credentials = Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64');
  return async (token: string): Promise<Introspected | null> => {
    const response = await fetch(await findEndpoint(), {
      method: 'POST',
      headers: { authorization: `Basic ${credentials}`, accept: 'application/json' },
      body: new URLSearchParams({ token, token_type_hint: 'access_token' }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) throw new Error(`introspection answered ${response.status}`);
    const answer = answerShape.parse(await response.json());
    return answer.active ? answer : null;
  };
}
