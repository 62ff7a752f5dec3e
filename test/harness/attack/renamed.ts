import { readFileSync } from 'node:fs';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { decodeJwt, importJWK, SignJWT } from 'jose';
import type { GraphqlAnswer } from '../../../demo/story/people.ts';
import { identityFiles } from '../../../runtime/installation.ts';
import type { TestSystem } from '../system.ts';
import { tokenOf } from '../token.ts';

/** Asks through the gateway under one user name. */
export type Renamed = <Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  headers?: Record<string, string>,
) => Promise<GraphqlAnswer<Data>>;

/**
 * A user of the embedded provider under another name, as a provider that lets people rename themselves would sign it: the same
 * `sub`, another `preferred_username`.
 */
export async function underName(system: TestSystem, subject: string, name: string): Promise<Renamed> {
  const { config } = system;
  const key = JSON.parse(readFileSync(identityFiles(config).signingKeys, 'utf8')).keys[0];
  const token = await new SignJWT({ ...decodeJwt(await tokenOf(system, subject)), preferred_username: name })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: key.kid })
    .sign(await importJWK(key, 'ES256'));
  return async (document, variables, headers = {}) => {
    const response = await fetch(`${config.urls.gateway}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: print(document), variables }),
    });
    return (await response.json()) as never;
  };
}
