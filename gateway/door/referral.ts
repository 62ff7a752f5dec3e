import { Agent, request } from 'undici';
import { z } from 'zod';
import { CONTEXT_HEADER, type ContextSigner } from '../context/signedContext.ts';
import type { Viewer } from '../viewer.ts';

/** The header in which a caller names the referral that is the reason for reading. */
export const REFERRAL_HEADER = 'x-referral';

const uuid = z.uuid();

/** The referral that is named; null for none. @throws RangeError where what came is no id */
export function namedReferral(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  const parsed = uuid.safeParse(header);
  if (!parsed.success) throw new RangeError(REFERRAL_HEADER);
  return parsed.data.toLowerCase();
}

export interface Referrals {
  /** Whether a referral still lets the viewer's agency read, by the exchange's word. False where that cannot be had. */
  isOpen(referral: string, viewer: Viewer): Promise<boolean>;
}

const QUERY = 'query ($referral: ID!) { referralWindow(referral: $referral) { referralId } }';
const answerShape = z.object({ data: z.object({ referralWindow: z.object({}).nullable() }) });

/** Asks the exchange's subgraph. */
export function createReferrals(exchangeUrl: string, contexts: ContextSigner): Referrals {
  const agent = new Agent({ connections: 8, connectTimeout: 2_000, headersTimeout: 3_000, bodyTimeout: 3_000 });
  return {
    async isOpen(referral, viewer) {
      const body = JSON.stringify({ query: QUERY, variables: { referral } });
      try {
        const context = await contexts.contextFor({ viewer, referral: null }, 'exchange', body);
        const headers = { 'content-type': 'application/json', [CONTEXT_HEADER]: context };
        const response = await request(exchangeUrl, { method: 'POST', dispatcher: agent, headers, body });
        return answerShape.parse(await response.body.json()).data.referralWindow !== null;
      } catch {
        return false;
      }
    },
  };
}
