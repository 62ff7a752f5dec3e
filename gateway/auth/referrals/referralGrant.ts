import { z } from 'zod';

/** What an open referral lets its receiver read. */
export interface Window {
  referralId: string;
  purpose: string;
  caseId: string | null;
  personTokens: string[];
}

export const windowShape = z.object({
  referralId: z.string(),
  purpose: z.string(),
  caseId: z.string().nullable(),
  personTokens: z.array(z.string()),
});

/** The header in which the exchange gives its word beside an answer of its own: JSON, base64url. */
export const WORD_HEADER = 'x-casegraph-word';

/** What a subgraph is told of a word of the exchange's. */
export interface Told {
  /** Null where the referral opens nothing. */
  said: Window | null;
  /** How old it is when it is told, in milliseconds, counted from the question: the exchange may look at once and answer late. */
  age: number;
  /** When the exchange was asked, by the gateway's clock. */
  askedAt: number;
}

/** The exchange's word on a referral, for one request. */
export interface Word {
  /** Null where the exchange has not said anything, or not yet. */
  known(): Told | null;
  /** The same, for the context of a subgraph; the exchange is asked by itself where it is another that needs to know first. */
  toldTo(subgraph: string): Told | null;
  /**
   * Takes what came in the header beside a subgraph's answer; only the exchange's is its word.
   * @param since when it was asked, by performance.now()
   */
  hear(subgraph: string, header: string, since: number): void;
}

/** The exchange's name in the supergraph. */
const EXCHANGE = 'exchange';

/** @param ask puts the question to the exchange; one that fails says nothing */
export function wordOf(ask: () => Promise<Window | null>): Word {
  let said: Window | null | undefined;
  let saidSince = Number.NEGATIVE_INFINITY;
  let isAsked = false;
  const take = (window: Window | null, since: number) => {
    if (since < saidSince) return;
    said = window;
    saidSince = since;
  };
  const word: Word = {
    known() {
      if (said === undefined) return null;
      const age = performance.now() - saidSince;
      return { said, age, askedAt: Math.floor(Date.now() - age) };
    },
    toldTo(subgraph) {
      if (said === undefined && !isAsked && subgraph !== EXCHANGE) {
        isAsked = true;
        const since = performance.now();
        ask().then(
          (window) => take(window, since),
          () => undefined,
        );
      }
      return word.known();
    },
    hear(subgraph, header, since) {
      const window = subgraph === EXCHANGE ? read(header) : undefined;
      if (window !== undefined) take(window, since);
    },
  };
  return word;
}

/** Undefined where it is no word. */
function read(header: string): Window | null | undefined {
  try {
    return windowShape.nullable().parse(JSON.parse(Buffer.from(header, 'base64url').toString()));
  } catch {
    return undefined;
  }
}
