import { Agent, request } from 'undici';
import { z } from 'zod';
import { refuse } from '../../http/refusal.ts';
import { type Asking, CONTEXT_HEADER, type ContextSigner } from '../context/signedContext.ts';
import { type Window, type Word, windowShape, wordOf } from './referralGrant.ts';

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

/** Who asks, in which request. */
type Asker = Pick<Asking, 'viewer' | 'requestId'>;

export interface Referrals {
  /** The exchange's word on what a referral lets the viewer read: it comes with an answer of the exchange, or is asked for when another needs it. */
  wordOn(referral: string, asker: Asker): Word;
  /**
   * Before an answer leaves that holds what the referral opened: asks again, unless the word is a young one.
   * @throws Refusal where the referral opens nothing, or nobody can say
   */
  requireOpen(referral: string | null, asker: Asker, word: Word | undefined): Promise<void>;
}

/** How long ago the exchange may have been asked, where an answer leaves that holds what the referral opened. */
const WORD_HOLDS_MS = 400;
/**
 * The exchange may have looked at the beginning of this time, and the referral have ended since: longer, and an answer could
 * leave later than a second after that.
 */
const ANSWER_MS = 900;

/** The context says who asks, and for which referral. */
const BODY = '{}';

/** Asks the exchange. @param exchangeUrl its graph's, beside which it answers this */
export function createReferrals(exchangeUrl: string, contexts: ContextSigner): Referrals {
  const address = new URL('window', exchangeUrl);
  const agent = new Agent({ connections: 8 });
  const windowOf = async (referral: string, { viewer, requestId }: Asker): Promise<Window | null> => {
    const response = await request(address, {
      method: 'POST',
      dispatcher: agent,
      headers: {
        'content-type': 'application/json',
        [CONTEXT_HEADER]: contexts.contextFor({ viewer, referral, requestId }, 'exchange', BODY),
      },
      body: BODY,
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const text = await response.body.text();
    if (response.statusCode === 404) return null;
    if (response.statusCode === 200) return windowShape.parse(JSON.parse(text));
    throw new Error('The exchange did not take the question.');
  };
  return {
    wordOn: (referral, asker) => wordOf(() => windowOf(referral, asker)),
    async requireOpen(referral, asker, word) {
      const told = word?.known();
      if (told?.said && told.age < WORD_HOLDS_MS) return;
      const open = referral !== null && (await windowOf(referral, asker).catch(() => null));
      if (!open) throw notOpen();
    },
  };
}

/** Where there is no exchange to ask, no referral is open. */
export const NO_REFERRALS: Referrals = {
  wordOn: () => wordOf(async () => null),
  async requireOpen() {
    throw notOpen();
  },
};

const notOpen = () => refuse(200, 'REFERRAL_NOT_OPEN', 'The referral that was named is not open, or ended meanwhile.');
