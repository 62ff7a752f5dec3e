/**
 * Chance that repeats itself: the same seed gives the same numbers on every machine. sfc32 (Chris Doty-Humphrey's PractRand),
 * seeded from text by FNV-1a; not for secrets.
 */
export interface Random {
  /** A number from 0 up to, but without, 1. */
  next(): number;
  /** A whole number, both ends included. */
  int(from: number, to: number): number;
  chance(probability: number): boolean;
  /** @throws RangeError for an empty list */
  pick<T>(list: readonly T[]): T;
  /** One of the entries, each as likely as its weight. */
  weighted<T>(entries: readonly (readonly [value: T, weight: number])[]): T;
  /** A UUIDv7 of that moment (milliseconds since 1970), so that the order of ids is the order of time. */
  uuid(moment: number | Date): string;
}

export function createRandom(seed: string): Random {
  let [a, b, c, d] = [hash(`a${seed}`), hash(`b${seed}`), hash(`c${seed}`), 1];
  const word = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return t >>> 0;
  };
  // The first numbers still show the seed.
  for (let round = 0; round < 15; round += 1) word();
  const next = () => word() / 0x1_0000_0000;
  return {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => at(list, Math.floor(next() * list.length)),
    weighted(entries) {
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of entries) {
        left -= weight;
        if (left < 0) return value;
      }
      return at(entries, entries.length - 1)[0];
    },
    uuid(moment) {
      const time = Math.floor(Number(moment));
      const high = Math.floor(time / 0x1_0000);
      const [first, second, third] = [word(), word(), word()];
      const version = 0x7000 | (first & 0x0fff);
      const variant = 0x8000 | ((first >>> 16) & 0x3fff);
      return `${two(high >>> 16)}${two(high)}-${two(time % 0x1_0000)}-${two(version)}-${two(variant)}-${two(second)}${two(third >>> 16)}${two(third)}`;
    },
  };
}

function at<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length) throw new RangeError('nothing can be picked from an empty list');
  return list[index] as T;
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The lowest two bytes, in hexadecimal. */
function two(word: number): string {
  return `${BYTES[(word >>> 8) & 0xff]}${BYTES[word & 0xff]}`;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value | 0;
}
