import type { GraphQLFormattedError } from 'graphql';
import type { TestSystem } from '../system.ts';
import { tokenOf } from '../token.ts';

export interface Posted {
  status: number;
  headers: Headers;
  text: string;
  data: Record<string, unknown> | null;
  errors: readonly GraphQLFormattedError[];
  /** Of the first error. */
  code: unknown;
  extensions: Record<string, unknown>;
}

/** Bodies as they are, sent to the gateway's door in a user's name. */
export async function posterAs(
  system: TestSystem,
  username: string,
): Promise<(body: unknown, headers?: Record<string, string>) => Promise<Posted>> {
  const token = await tokenOf(system, username);
  return async (body, headers = {}) => {
    const response = await fetch(`${system.config.urls.gateway}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' || body instanceof Uint8Array ? (body as never) : JSON.stringify(body),
    });
    const text = await response.text();
    const { data = null, errors = [] } = JSON.parse(text) as Partial<Pick<Posted, 'data' | 'errors'>>;
    const extensions = errors[0]?.extensions ?? {};
    return {
      status: response.status,
      headers: response.headers,
      text,
      data,
      errors,
      code: extensions.code,
      extensions,
    };
  };
}
