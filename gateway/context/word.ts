/** What an open referral lets its receiver read. */
export interface Window {
  referralId: string;
  purpose: string;
  caseId: string | null;
  personTokens: string[];
}

/** What a subgraph is told of a word of the exchange's. */
export interface Told {
  /** Null where the referral opens nothing. */
  said: Window | null;
  /** How old it is when it is told, in milliseconds, counted from the question: the exchange may look at once and answer late. */
  age: number;
  /** When the exchange was asked, by the gateway's clock. */
  askedAt: number;
}

/** The exchange's word on a referral, for one request; asked for when this is made. */
export interface Word {
  /** Null where the exchange has not said anything, or not yet. */
  told(): Told | null;
}

/** @param question under way to the exchange; a question that fails says nothing */
export function wordOf(question: Promise<Window | null>): Word {
  const asked = performance.now();
  const askedAt = Date.now();
  let said: Window | null | undefined;
  question.then(
    (window) => {
      said = window;
    },
    () => undefined,
  );
  return { told: () => (said === undefined ? null : { said, age: performance.now() - asked, askedAt }) };
}
