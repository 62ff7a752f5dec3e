import type { IntrospectionResult } from './tokenIntrospection.ts';

/** Whether a token is still active at the provider: its user may be disabled, signed out, or have other roles now. */
export interface IntrospectionCache {
  /**
   * @param ageAllowance seconds by which a result expires sooner, for callers that check only at intervals
   * @returns null for an inactive token
   * @throws where the provider cannot be asked, and the last result is older than a minute
   */
  introspect(token: string, ageAllowance?: number): Promise<IntrospectionResult | null>;
}

export interface IntrospectionCacheOptions {
  /** Asks the provider. Rejects where it does not answer. */
  ask(token: string): Promise<IntrospectionResult | null>;
  /** How long a result is used without asking again; at most a minute. */
  freshSeconds: number;
  maxEntries?: number;
  now?: () => number;
}

/** A user who is disabled, signed out or moved loses access within a minute: no older result is used, even in an outage. */
export const MAX_RESULT_AGE_SECONDS = 60;
/** More than the officers of a province who work at the same time. The oldest results are dropped first. */
const MAX_ENTRIES = 10_000;

interface Entry {
  result: IntrospectionResult | null;
  /** When the provider was asked: the result may not have been true later than that. */
  askedAt: number;
}

/**
 * Keeps results for a short time, and shares one request among all that wait for the same token. Give it only tokens whose
 * signature was verified, so that strangers can neither fill the cache nor cause requests to the provider.
 */
export function createIntrospectionCache({
  ask,
  freshSeconds,
  maxEntries = MAX_ENTRIES,
  now = Date.now,
}: IntrospectionCacheOptions): IntrospectionCache {
  const entries = new Map<string, Entry>();
  const pending = new Map<string, Promise<IntrospectionResult | null>>();
  const isYounger = ({ askedAt }: Entry, seconds: number) => now() - askedAt < seconds * 1000;

  const askAndKeep = async (token: string): Promise<IntrospectionResult | null> => {
    const askedAt = now();
    const result = await ask(token);
    entries.delete(token);
    if (entries.size >= maxEntries) entries.delete(entries.keys().next().value ?? token);
    entries.set(token, { result, askedAt });
    return result;
  };

  return {
    async introspect(token, ageAllowance = 0) {
      const maxAge = MAX_RESULT_AGE_SECONDS - ageAllowance;
      const entry = entries.get(token);
      if (entry && isYounger(entry, Math.min(freshSeconds, maxAge))) return entry.result;
      const answer = pending.get(token) ?? askAndKeep(token).finally(() => pending.delete(token));
      pending.set(token, answer);
      try {
        return await answer;
      } catch (error) {
        const last = entries.get(token);
        if (last && isYounger(last, maxAge)) return last.result;
        throw error;
      }
    },
  };
}
