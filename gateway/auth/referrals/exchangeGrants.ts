import { Agent, request } from 'undici';
import { CONTEXT_HEADER, GRANT_PATH } from '../../../protocol/headers.ts';
import { type ReferralGrant, referralGrantSchema } from '../../../protocol/referralGrant.ts';
import { EXCHANGE } from '../../../protocol/subgraphNames.ts';
import { refuse } from '../../http/refusal.ts';
import type { ClientRequest, ContextSigner } from '../context/contextSigner.ts';
import { createGrantLookup, type GrantLookup } from './grantLookup.ts';

type Reader = Pick<ClientRequest, 'viewer' | 'requestId'>;

export interface ExchangeGrants {
  /** What the exchange says about a referral, for one request. */
  lookUp(referral: string, reader: Reader): GrantLookup;
  /**
   * Call before an answer leaves that holds data which the referral opened. Asks the exchange again unless its answer is recent.
   * @throws Refusal where the referral opens nothing, or the exchange does not answer in time
   */
  requireOpen(referral: string | null, reader: Reader, grant: GrantLookup | undefined): Promise<void>;
}

/** An answer of the exchange is recent for this long. */
const RECENT_MS = 400;
/**
 * How long the exchange may take. It may have read the referral at the start of this time: with a longer one, data could leave
 * more than a second after the referral ended.
 */
const TIMEOUT_MS = 900;

/** The signed context says everything: the reader and the referral. */
const BODY = '{}';

/** @param exchangeUrl the exchange's GraphQL address, beside which it answers for referrals */
export function createExchangeGrants(exchangeUrl: string, contexts: ContextSigner): ExchangeGrants {
  const address = new URL(GRANT_PATH, exchangeUrl);
  const agent = new Agent({ connections: 8 });
  const ask = async (referral: string, { viewer, requestId }: Reader): Promise<ReferralGrant | null> => {
    const response = await request(address, {
      method: 'POST',
      dispatcher: agent,
      headers: {
        'content-type': 'application/json',
        [CONTEXT_HEADER]: contexts.sign({ viewer, referral, requestId }, EXCHANGE, BODY),
      },
      body: BODY,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.body.text();
    if (response.statusCode === 404) return null;
    if (response.statusCode === 200) return referralGrantSchema.parse(JSON.parse(text));
    throw new Error('The exchange refused the request.');
  };
  return {
    lookUp: (referral, reader) => createGrantLookup(() => ask(referral, reader)),
    async requireOpen(referral, reader, grant) {
      const latest = grant?.latest();
      if (latest?.grant && latest.age < RECENT_MS) return;
      const isOpen = referral !== null && (await ask(referral, reader).catch(() => null));
      if (!isOpen) throw notOpen();
    },
  };
}

/** For a supergraph without an exchange: no referral is open. */
export const NO_GRANTS: ExchangeGrants = {
  lookUp: () => createGrantLookup(async () => null),
  async requireOpen() {
    throw notOpen();
  },
};

const notOpen = () => refuse(200, 'REFERRAL_NOT_OPEN', 'The referral that was named is not open, or ended meanwhile.');
