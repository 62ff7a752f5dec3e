import type { Introspected } from './tokenIntrospection.ts';

/**
 * What the provider says of a token that is valid in form: its user may be disabled, have signed out, or have other roles
 * now. Null for a token that is dead.
 */
export interface Liveness {
  /**
   * @param soonerSeconds by how much the provider's word ages sooner: for those who ask only so often while they go on
   * @throws where the provider cannot say, and has not said within the last minute
   */
  ask(token: string, soonerSeconds?: number): Promise<Introspected | null>;
  /** The same where the provider said it lately enough not to be asked again; else null. */
  recall(token: string): Introspected | null;
}

export interface LivenessOptions {
  /** Asks the provider; rejects where it does not answer. */
  ask(token: string): Promise<Introspected | null>;
  /** How long its word is good without asking again; at most a minute. */
  freshSeconds: number;
  /** How many tokens are remembered. */
  mostKept?: number;
  now?: () => number;
}

/** Whoever is disabled, signed out or moved is known so within a minute, whatever happens: no older word lets anybody in. */
export const LONGEST_WORD_SECONDS = 60;
/** As many officers as a province has at work at once; the oldest words go first. */
const MOST_KEPT = 10_000;

interface Word {
  said: Introspected | null;
  /** When it was asked for, since it may have been true no longer than then. */
  at: number;
}

/**
 * Remembers the provider's word on each token for a short while, and asks once however many requests wait for it. Only
 * tokens whose signature is checked may come here, so a stranger can neither fill the memory nor have the provider asked.
 */
export function createLiveness({ ask, freshSeconds, mostKept = MOST_KEPT, now = Date.now }: LivenessOptions): Liveness {
  const words = new Map<string, Word>();
  const asked = new Map<string, Promise<Introspected | null>>();
  const isWithin = (word: Word, seconds: number) => now() - word.at < seconds * 1000;
  const freshWord = (token: string, soonerSeconds: number): Word | null => {
    const word = words.get(token);
    return word && isWithin(word, Math.min(freshSeconds, LONGEST_WORD_SECONDS - soonerSeconds)) ? word : null;
  };

  const askOnce = async (token: string): Promise<Introspected | null> => {
    const at = now();
    const said = await ask(token);
    words.delete(token);
    if (words.size >= mostKept) words.delete(words.keys().next().value ?? token);
    words.set(token, { said, at });
    return said;
  };

  return {
    recall: (token) => freshWord(token, 0)?.said ?? null,
    async ask(token, soonerSeconds = 0) {
      const word = freshWord(token, soonerSeconds);
      if (word) return word.said;
      const answer = asked.get(token) ?? askOnce(token).finally(() => asked.delete(token));
      asked.set(token, answer);
      try {
        return await answer;
      } catch (error) {
        const last = words.get(token);
        if (last && isWithin(last, LONGEST_WORD_SECONDS - soonerSeconds)) return last.said;
        throw error;
      }
    },
  };
}
