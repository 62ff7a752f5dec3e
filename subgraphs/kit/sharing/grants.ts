import { z } from 'zod';
import { type GrantStatement, referralGrantSchema } from '../../../protocol/referralGrant.ts';
import type { Reach } from '../viewer.ts';
import type { Grant } from './decide.ts';

/** The exchange's statement on an open referral. */
export const grantShape = referralGrantSchema.extend({
  purpose: z.string().transform((purpose) => purpose as Grant['purpose']),
});

/** The exchange could not confirm that the referral is open, so it counts as closed. */
export class GrantUnconfirmed extends Error {}

/** The exchange's answer on a referral: a grant where it is open, addressed to the reader's agency, and of the reader's region. */
export interface ConfirmedGrant {
  grant: Grant | null;
}

/** The exchange's answer to the gateway, and when the gateway asked, by our own clock (performance.now). */
export interface ReceivedGrant extends ConfirmedGrant {
  askedAt: number;
}

export interface Grants {
  /** Caches what the gateway was told, unless a newer answer is cached. */
  receive(referralId: string, reader: Reach, received: ReceivedGrant): void;
  /** However old the answer is. The caller confirms it before its own answer leaves. @throws GrantUnconfirmed */
  of(referralId: string, reader: Reach): Promise<ConfirmedGrant>;
  /** Asks now, whatever is cached. @throws the error of the request to the exchange */
  anew(referralId: string, reader: Reach): Promise<ConfirmedGrant>;
  /** Not older than 800 ms. @throws GrantUnconfirmed, also where the exchange takes longer than that to answer */
  confirmed(referralId: string, reader: Reach): Promise<ConfirmedGrant>;
}

/**
 * How long an answer of the exchange is valid. A referral that ends closes its grant within a second, for requests under way too:
 * each asks again before its answer leaves, unless an answer is younger than this.
 */
const GRANT_VALID_MS = 800;
const MOST_KEPT = 10_000;

/** Another request may have asked a while ago; the second attempt is our own, and the third is for a busy exchange. */
const MOST_QUESTIONS = 3;

/** As old as the question: the exchange may have looked at once and answered late. */
interface CachedGrant {
  askedAt: number;
  answer: Promise<ConfirmedGrant>;
}

/** Asks the exchange where the gateway has not, and caches the answer briefly. Concurrent requests share one question. */
export function createGrants(ask: (referralId: string, reader: Reach) => Promise<Grant | null>): Grants {
  const kept = new Map<string, CachedGrant>();

  const keep = (key: string, grant: CachedGrant) => {
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, grant);
  };

  function cachedGrant(referralId: string, reader: Reach): CachedGrant {
    const key = keyOf(referralId, reader);
    const known = kept.get(key);
    return known && isYoung(known) ? known : askNow(key, referralId, reader);
  }

  function askNow(key: string, referralId: string, reader: Reach): CachedGrant {
    const asked = { askedAt: performance.now(), answer: ask(referralId, reader).then((grant) => ({ grant })) };
    keep(key, asked);
    // A failure is not cached: the next request asks again.
    asked.answer.catch(() => kept.get(key) === asked && kept.delete(key));
    return asked;
  }

  return {
    receive(referralId, reader, { askedAt, grant }) {
      const key = keyOf(referralId, reader);
      const known = kept.get(key);
      if (!isYoung({ askedAt }) || (known && known.askedAt >= askedAt)) return;
      keep(key, { askedAt, answer: Promise.resolve({ grant }) });
    },
    of: (referralId, reader) => cachedGrant(referralId, reader).answer,
    anew: (referralId, reader) => askNow(keyOf(referralId, reader), referralId, reader).answer,
    async confirmed(referralId, reader) {
      for (let questions = 0; questions < MOST_QUESTIONS; questions += 1) {
        const cached = cachedGrant(referralId, reader);
        const answer = await cached.answer;
        if (isYoung(cached)) return answer;
      }
      throw new GrantUnconfirmed();
    },
  };
}

/**
 * Reads the gateway's statement. Its age is what the gateway gave, or the time since the question by the two clocks, where that is
 * longer: a context may have been on its way for a while.
 */
export function receive({ grant, age, askedAt }: GrantStatement): ReceivedGrant {
  return {
    grant: grantShape.nullable().parse(grant),
    askedAt: performance.now() - Math.max(age, Date.now() - askedAt),
  };
}

function keyOf(referralId: string, { agency, region }: Reach): string {
  return `${agency}:${region}:${referralId}`;
}

function isYoung({ askedAt }: Pick<CachedGrant, 'askedAt'>): boolean {
  return performance.now() - askedAt < GRANT_VALID_MS;
}
