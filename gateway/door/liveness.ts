/** Whether a token that is valid by itself still counts: its user may be disabled, or have signed out. */
export interface Liveness {
  /**
   * @param soonerSeconds by how much the provider's word ages sooner: for those who ask only so often while they go on
   * @throws where the provider cannot say, and has not said within the last minute
   */
  isAlive(token: string, soonerSeconds?: number): Promise<boolean>;
  /** Whether the provider said so lately enough not to be asked again. @param soonerSeconds as in isAlive */
  isKnownAlive(token: string, soonerSeconds?: number): boolean;
}

export interface LivenessOptions {
  /** Asks the provider; rejects where it does not answer. */
  ask(token: string): Promise<boolean>;
  /** How long its word is good without asking again; at most a minute. */
  freshSeconds: number;
  /** How many tokens are remembered. */
  mostKept?: number;
  now?: () => number;
}

/** Whoever is disabled or signed out is out within a minute, whatever happens: no older word lets anybody in. */
export const LONGEST_WORD_SECONDS = 60;
/** As many officers as a province has at work at once; the oldest words go first. */
const MOST_KEPT = 10_000;

interface Word {
  alive: boolean;
  /** When it was asked for, since it may have been true no longer than then. */
  at: number;
}

/**
 * Remembers the provider's word on each token for a short while, and asks once however many requests wait for it. Only
 * tokens whose signature is checked may come here, so a stranger can neither fill the memory nor have the provider asked.
 */
export function createLiveness({ ask, freshSeconds, mostKept = MOST_KEPT, now = Date.now }: LivenessOptions): Liveness {
  const words = new Map<string, Word>();
  const asked = new Map<string, Promise<boolean>>();
  const isWithin = (word: Word, seconds: number) => now() - word.at < seconds * 1000;
  const freshWord = (token: string, soonerSeconds: number): Word | null => {
    const word = words.get(token);
    return word && isWithin(word, Math.min(freshSeconds, LONGEST_WORD_SECONDS - soonerSeconds)) ? word : null;
  };

  const askOnce = async (token: string): Promise<boolean> => {
    const at = now();
    const alive = await ask(token);
    words.delete(token);
    if (words.size >= mostKept) words.delete(words.keys().next().value ?? token);
    words.set(token, { alive, at });
    return alive;
  };

  return {
    isKnownAlive: (token, soonerSeconds = 0) => freshWord(token, soonerSeconds)?.alive === true,
    async isAlive(token, soonerSeconds = 0) {
      const word = freshWord(token, soonerSeconds);
      if (word) return word.alive;
      const answer = asked.get(token) ?? askOnce(token).finally(() => asked.delete(token));
      asked.set(token, answer);
      try {
        return await answer;
      } catch (error) {
        const last = words.get(token);
        if (last && isWithin(last, LONGEST_WORD_SECONDS - soonerSeconds)) return last.alive;
        throw error;
      }
    },
  };
}
