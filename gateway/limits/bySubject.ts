/** Subjects of whom something is kept at a time; as many officers as a province has at work at once, and more. */
const MOST_KEPT = 20_000;

/**
 * What is kept of each subject while they ask. It stays when they are idle, until there are too many: a table that loses and gains
 * an entry with every request is made anew all the time, and each that became old holds the next one and all requests in it
 * for the collector's next large round.
 */
export function bySubject<Value>(
  make: () => Value,
  isIdle: (value: Value) => boolean,
  mostKept = MOST_KEPT,
): (subject: string) => Value {
  const kept = new Map<string, Value>();
  const forgetIdle = () => {
    for (const [subject, value] of kept) if (isIdle(value)) kept.delete(subject);
  };
  return (subject) => {
    const known = kept.get(subject);
    if (known !== undefined) return known;
    if (kept.size >= mostKept) forgetIdle();
    const made = make();
    kept.set(subject, made);
    return made;
  };
}
