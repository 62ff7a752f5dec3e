/** Texts that are remembered, and how long one may be: headers of clients repeat, and are short. */
const MOST_KEPT = 1_000;
const LONGEST = 300;

/** Does once for a text what would be the same each time. Where too many have come, all are forgotten. */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const kept = new Map<string, { made: T }>();
  return (text) => {
    const known = kept.get(text);
    if (known) return known.made;
    const made = make(text);
    if (text.length > LONGEST) return made;
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(text, { made });
    return made;
  };
}
