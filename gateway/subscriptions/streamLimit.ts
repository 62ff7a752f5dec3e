import { overLimit } from '../http/refusal.ts';
import type { Limits } from '../limits/limits.ts';

/** So many streams at a time: of one user, and of all. */
export interface Places {
  /** @returns gives the place back. @throws Refusal where there is none */
  take(subject: string): () => void;
}

export function createPlaces({ userStreams, streams }: Pick<Limits, 'userStreams' | 'streams'>): Places {
  const taken = new Map<string, number>();
  let all = 0;
  return {
    take(subject) {
      const own = taken.get(subject) ?? 0;
      if (own >= userStreams) throw overLimit('userStreams', own + 1, userStreams, 429);
      if (all >= streams) throw overLimit('streams', null, streams, 503);
      taken.set(subject, own + 1);
      all += 1;
      return () => {
        const left = (taken.get(subject) ?? 1) - 1;
        if (left === 0) taken.delete(subject);
        else taken.set(subject, left);
        all -= 1;
      };
    },
  };
}
