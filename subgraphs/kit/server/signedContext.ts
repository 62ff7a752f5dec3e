import type { RequestContext as WireContext } from '../../../protocol/context/contextClaims.ts';
import { createContextVerifier } from '../../../protocol/context/verifyContext.ts';
import { type ReceivedGrant, receive } from '../sharing/grants.ts';

/** The user, the named referral, and what the exchange has said of it. */
export interface RequestContext extends Omit<WireContext, 'grant'> {
  /** Null where the gateway does not know it, or not yet. */
  grant: ReceivedGrant | null;
}

export interface RequestVerifier {
  /** Null for a context that is missing or not valid (protocol/context/verifyContext.ts). */
  verify(token: string | undefined, body: string): Promise<RequestContext | null>;
}

/** Verifies the gateway's signed contexts, and dates the grant in them by this process's clock. */
export async function createRequestVerifier(
  ...parts: Parameters<typeof createContextVerifier>
): Promise<RequestVerifier> {
  const contexts = await createContextVerifier(...parts);
  return {
    async verify(token, body) {
      const context = await contexts.verify(token, body);
      if (!context) return null;
      const { grant, ...rest } = context;
      return { ...rest, grant: grant && receive(grant) };
    },
  };
}
