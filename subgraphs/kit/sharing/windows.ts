import type { Reach } from '../viewer.ts';
import type { Window } from './decide.ts';

/** Nobody could say whether the referral is open, so it counts as closed. */
export class WindowUnconfirmed extends Error {}

/** The exchange's word on a referral; a window where it is open, addressed to the reader's agency, and of the reader's region. */
export interface ConfirmedWindow {
  window: Window | null;
}

export interface Windows {
  /** @throws WindowUnconfirmed */
  of(referralId: string, reader: Reach): Promise<ConfirmedWindow>;
}

/**
 * How long the exchange's word holds. A referral that ends closes its window within a second, for requests under way too:
 * each asks again before its answer leaves, unless it has been told within this time.
 */
const WORD_HOLDS_MS = 400;
const MOST_KEPT = 10_000;

/** Asks the exchange, and keeps its word for a moment; those who ask at the same time share one question. */
export function createWindows(ask: (referralId: string, reader: Reach) => Promise<Window | null>): Windows {
  const kept = new Map<string, { askedAt: number; word: Promise<ConfirmedWindow> }>();
  return {
    of(referralId, reader) {
      const key = `${reader.agency}:${reader.region}:${referralId}`;
      const known = kept.get(key);
      if (known && performance.now() - known.askedAt < WORD_HOLDS_MS) return known.word;
      if (kept.size >= MOST_KEPT) kept.clear();
      const word = ask(referralId, reader).then((window) => ({ window }));
      kept.set(key, { askedAt: performance.now(), word });
      // What failed is asked again by whoever comes next.
      word.catch(() => kept.delete(key));
      return word;
    },
  };
}
