/** How often things go wrong in the subgraphs, and which. */
export interface Luck {
  seed: number;
  /** Shares of fields, 0 to 1. */
  nulls: number;
  errors: number;
  /** Share of entities that an agency does not know. */
  unknown: number;
}

/** A number from 0 to 2^32 - 1 that is the same for the same text (FNV-1a, mixed once more). */
export function draw(...what: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const character of what.join('|')) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Whether something with this share happens here. */
export function happens(share: number, ...what: readonly (string | number)[]): boolean {
  return draw('happens', ...what) / 2 ** 32 < share;
}

/** Numbers from 0 to 1 in an order that the seed decides (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
