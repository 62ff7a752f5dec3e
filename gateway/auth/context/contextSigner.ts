import { createSecretKey } from 'node:crypto';
import { signContext } from '../../../protocol/context/signContext.ts';
import type { Viewer } from '../../../protocol/viewer.ts';
import type { GrantLookup } from '../referrals/grantLookup.ts';
import type { ContextKeys } from './contextKeys.ts';

/** What subgraphs are told about a client's request. */
export interface ClientRequest {
  viewer: Viewer;
  /** The referral that the client names; null for none. */
  referral: string | null;
  /** What the exchange says of that referral. */
  grant?: GrantLookup | undefined;
  requestId: string;
}

export interface ContextSigner {
  /** A context for one request to one subgraph, bound to its body. */
  sign(request: ClientRequest, subgraph: string, body: string | Uint8Array): string;
}

export function createContextSigner(keys: ContextKeys): ContextSigner {
  const subgraphs = new Map(
    [...keys].map(([name, { audience, secret }]) => [name, { audience, key: createSecretKey(secret) }]),
  );
  return {
    sign({ viewer, referral, grant, requestId }, subgraph, body) {
      const recipient = subgraphs.get(subgraph);
      if (!recipient) throw new Error(`No context key for the subgraph ${subgraph}.`);
      const statement = grant?.statementFor(subgraph) ?? null;
      return signContext({ viewer, referral, grant: statement, requestId }, recipient, body);
    },
  };
}
