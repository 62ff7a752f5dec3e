import { overLimit } from '../http/refusal.ts';
import type { Limits } from '../limits/limits.ts';

/** Limits the number of open event streams: of one user, and of all. */
export interface StreamLimit {
  /** @returns releases the stream. @throws Refusal where the limit is reached */
  acquire(subject: string): () => void;
}

export function createStreamLimit({ userStreams, streams }: Pick<Limits, 'userStreams' | 'streams'>): StreamLimit {
  const openOf = new Map<string, number>();
  let total = 0;
  return {
    acquire(subject) {
      const own = openOf.get(subject) ?? 0;
      if (own >= userStreams) throw overLimit('userStreams', own + 1, userStreams, 429);
      if (total >= streams) throw overLimit('streams', null, streams, 503);
      openOf.set(subject, own + 1);
      total += 1;
      return () => {
        const left = (openOf.get(subject) ?? 1) - 1;
        if (left === 0) openOf.delete(subject);
        else openOf.set(subject, left);
        total -= 1;
      };
    },
  };
}
