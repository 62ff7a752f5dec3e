import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { type DocumentNode, type GraphQLFormattedError, print } from 'graphql';
import { signIn } from '../../identity/signIn.ts';

export interface GraphqlAnswer<Data> {
  /** Absent where nothing was executed, or the answer was taken back. */
  data?: Data | null;
  errors?: GraphQLFormattedError[];
  extensions?: Record<string, unknown>;
}

/** Somebody who is signed in and asks through the gateway. */
export interface Asker {
  username: string;
  /** The whole answer, errors included. */
  answer<Data, Variables>(
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    signal?: AbortSignal,
  ): Promise<GraphqlAnswer<Data>>;
  /** The data. @throws where the answer has errors, naming the operation and the codes */
  ask<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data>;
  /** The same person, who names a referral as the reason for reading. */
  under(referral: string): Asker;
}

export interface People {
  /** Signs the user in at the first call. */
  as(username: string): Promise<Asker>;
}

export interface PeopleOptions {
  gatewayUrl: string;
  issuer: string;
  audience: string;
  password: string;
  /** Of the messages that people read. */
  language?: 'zh' | 'en';
}

/** The users of the demonstration, as they work through the gateway. */
export function createPeople(options: PeopleOptions): People {
  const signedIn = new Map<string, Promise<Asker>>();
  return {
    as(username) {
      const known = signedIn.get(username);
      if (known) return known;
      const asker = enter(username, options);
      signedIn.set(username, asker);
      asker.catch(() => signedIn.delete(username));
      return asker;
    },
  };
}

async function enter(
  username: string,
  { gatewayUrl, issuer, audience, password, language = 'zh' }: PeopleOptions,
): Promise<Asker> {
  const { accessToken } = await signIn({ issuer, audience, username, password });
  const headers = {
    authorization: `Bearer ${accessToken}`,
    'content-type': 'application/json',
    'accept-language': language,
  };
  return askerWith({ gatewayUrl, username, headers });
}

function askerWith(person: { gatewayUrl: string; username: string; headers: Record<string, string> }): Asker {
  const { gatewayUrl, username, headers } = person;
  const asker: Asker = {
    username,
    under: (referral) => askerWith({ ...person, headers: { ...headers, 'x-referral': referral } }),
    async answer(document, variables, signal) {
      const response = await fetch(`${gatewayUrl}/graphql`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query: print(document), variables, operationName: nameOf(document) }),
        ...(signal && { signal }),
      });
      return (await response.json()) as never;
    },
    async ask(document, variables) {
      const { data, errors } = await asker.answer(document, variables);
      if (errors?.length || !data) {
        const said = errors?.map(
          (error) =>
            `${error.message} [${error.extensions?.code ?? 'no code'} at ${error.path?.join('.') ?? 'the request'}]`,
        );
        throw new Error(`${nameOf(document)} as ${username}: ${said?.join('; ') ?? 'no data'}`);
      }
      return data;
    },
  };
  return asker;
}

/** The operation's name; documents generated from schema/operations hold one operation, then its fragments. */
function nameOf(document: DocumentNode): string {
  const operation = document.definitions.find((definition) => definition.kind === 'OperationDefinition');
  return operation?.name?.value ?? 'operation';
}
