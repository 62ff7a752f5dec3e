import { Agent, request } from 'undici';
import { z } from 'zod';
import { CONTEXT_HEADER, type ContextSigner } from '../context/signedContext.ts';
import type { Viewer } from '../viewer.ts';
import { refuse } from './refusal.ts';

/** The header in which a caller names the referral that is the reason for reading. */
export const REFERRAL_HEADER = 'x-referral';

const uuid = z.uuid();

/** The referral that is named; null for none. @throws Refusal where what came is no id */
export function namedReferral(header: string | string[] | undefined): string | null {
  if (header === undefined) return null;
  const parsed = uuid.safeParse(header);
  if (!parsed.success)
    throw refuse(400, 'BAD_REFERRAL', `The header ${REFERRAL_HEADER} is not the id of a referral (a UUID).`);
  return parsed.data.toLowerCase();
}

export interface Referrals {
  /** The exchange's word that a referral still lets the viewer's agency read. @throws Refusal where it does not, or the word cannot be had */
  requireOpen(referral: string | null, viewer: Viewer): Promise<void>;
}

/**
 * The exchange may have looked at the beginning of this time, and the referral have ended since: longer, and an answer could
 * leave later than a second after that.
 */
const ANSWER_MS = 900;

const QUERY = 'query ($referral: ID!) { referralWindow(referral: $referral) { referralId } }';
const answerShape = z.object({ data: z.object({ referralWindow: z.object({}).nullable() }) });

/** Asks the exchange's subgraph. */
export function createReferrals(exchangeUrl: string, contexts: ContextSigner): Referrals {
  const agent = new Agent({ connections: 8 });
  const isOpen = async (referral: string, viewer: Viewer): Promise<boolean> => {
    const body = JSON.stringify({ query: QUERY, variables: { referral } });
    try {
      const context = await contexts.contextFor({ viewer, referral: null }, 'exchange', body);
      const headers = { 'content-type': 'application/json', [CONTEXT_HEADER]: context };
      const response = await request(exchangeUrl, {
        method: 'POST',
        dispatcher: agent,
        headers,
        body,
        signal: AbortSignal.timeout(ANSWER_MS),
      });
      return answerShape.parse(await response.body.json()).data.referralWindow !== null;
    } catch {
      return false;
    }
  };
  return {
    async requireOpen(referral, viewer) {
      if (referral !== null && (await isOpen(referral, viewer))) return;
      throw notOpen();
    },
  };
}

/** Where there is no exchange to ask, no referral is open. */
export const NO_REFERRALS: Referrals = {
  async requireOpen() {
    throw notOpen();
  },
};

const notOpen = () => refuse(200, 'REFERRAL_NOT_OPEN', 'The referral that was named is not open, or ended meanwhile.');
