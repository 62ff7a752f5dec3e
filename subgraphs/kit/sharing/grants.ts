import { z } from 'zod';
import { type GrantStatement, referralGrantSchema } from '../../../protocol/referralGrant.ts';
import type { Reach } from '../viewer.ts';
import type { Window } from './decide.ts';

/** What the exchange says of an open referral. */
export const windowShape = referralGrantSchema.extend({
  purpose: z.string().transform((purpose) => purpose as Window['purpose']),
});

/** Nobody could say whether the referral is open, so it counts as closed. */
export class WindowUnconfirmed extends Error {}

/** The exchange's word on a referral; a window where it is open, addressed to the reader's agency, and of the reader's region. */
export interface ConfirmedWindow {
  window: Window | null;
}

/** What the exchange has said to the gateway, and when it was asked by our own clock (performance.now). */
export interface Heard extends ConfirmedWindow {
  askedAt: number;
}

export interface Windows {
  /** Takes what the gateway was told for an answer to a question of our own, unless there is a newer one. */
  hear(referralId: string, reader: Reach, word: Heard): void;
  /** However long the exchange took to say it: whoever uses it confirms it before the answer leaves. @throws WindowUnconfirmed */
  of(referralId: string, reader: Reach): Promise<ConfirmedWindow>;
  /** Asks now, whatever has been said before. @throws what the exchange's answer throws */
  anew(referralId: string, reader: Reach): Promise<ConfirmedWindow>;
  /** As it was less than 800 ms ago. @throws WindowUnconfirmed, also where the exchange takes longer than that to say it */
  confirmed(referralId: string, reader: Reach): Promise<ConfirmedWindow>;
}

/**
 * How long the exchange's word holds. A referral that ends closes its window within a second, for requests under way too:
 * each asks again before its answer leaves, unless it has been told within this time.
 */
const WORD_HOLDS_MS = 800;
const MOST_KEPT = 10_000;

/** A question may have been under way for a while, asked by somebody else; the next is our own, and one more is patience with a busy exchange. */
const MOST_QUESTIONS = 3;

/** What the exchange says is as old as the question: it may have looked at once and answered late. */
interface Word {
  askedAt: number;
  said: Promise<ConfirmedWindow>;
}

/** Asks the exchange where the gateway has not, and keeps its word for a moment; those who ask at the same time share one question. */
export function createWindows(ask: (referralId: string, reader: Reach) => Promise<Window | null>): Windows {
  const kept = new Map<string, Word>();

  const keep = (key: string, word: Word) => {
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, word);
  };

  function wordOn(referralId: string, reader: Reach): Word {
    const key = keyOf(referralId, reader);
    const known = kept.get(key);
    return known && isYoung(known) ? known : askNow(key, referralId, reader);
  }

  function askNow(key: string, referralId: string, reader: Reach): Word {
    const word = { askedAt: performance.now(), said: ask(referralId, reader).then((window) => ({ window })) };
    keep(key, word);
    // What failed is asked again by whoever comes next.
    word.said.catch(() => kept.get(key) === word && kept.delete(key));
    return word;
  }

  return {
    hear(referralId, reader, { askedAt, window }) {
      const key = keyOf(referralId, reader);
      const known = kept.get(key);
      if (!isYoung({ askedAt }) || (known && known.askedAt >= askedAt)) return;
      keep(key, { askedAt, said: Promise.resolve({ window }) });
    },
    of: (referralId, reader) => wordOn(referralId, reader).said,
    anew: (referralId, reader) => askNow(keyOf(referralId, reader), referralId, reader).said,
    async confirmed(referralId, reader) {
      for (let questions = 0; questions < MOST_QUESTIONS; questions += 1) {
        const word = wordOn(referralId, reader);
        const said = await word.said;
        if (isYoung(word)) return said;
      }
      throw new WindowUnconfirmed();
    },
  };
}

/**
 * What the gateway says of a word. It counts as old as it was when the gateway said so, or as the time since then is by the
 * two clocks, where that is longer: a context may have been on its way for a while.
 */
export function hear({ grant, age, askedAt }: GrantStatement): Heard {
  return {
    window: windowShape.nullable().parse(grant),
    askedAt: performance.now() - Math.max(age, Date.now() - askedAt),
  };
}

function keyOf(referralId: string, { agency, region }: Reach): string {
  return `${agency}:${region}:${referralId}`;
}

function isYoung({ askedAt }: Pick<Word, 'askedAt'>): boolean {
  return performance.now() - askedAt < WORD_HOLDS_MS;
}
