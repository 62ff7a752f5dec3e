export interface ReplayGuard {
  /** False for an id that was seen before and has not expired. @param validUntil seconds since 1970 */
  isFirstUse(id: string, validUntil: number): boolean;
}

/** Remembers ids until they expire. Two generations of sets: a whole generation is dropped at once. */
export function createReplayGuard(): ReplayGuard {
  let older = new Set<string>();
  let newer = new Set<string>();
  let olderEnds = 0;
  let newerEnds = 0;
  return {
    isFirstUse(id, validUntil) {
      const now = Date.now() / 1000;
      if (olderEnds <= now) {
        older = newer;
        olderEnds = newerEnds;
        newer = new Set();
      }
      if (older.has(id) || newer.has(id)) return false;
      newer.add(id);
      newerEnds = Math.max(newerEnds, validUntil);
      return true;
    },
  };
}
