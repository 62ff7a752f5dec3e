/** Distinct codes that are counted by name. */
const MOST_CODES = 64;
/** A code that an agency gives with an error is its own text: what is not written as codes are, or has a digit, is no label. */
const CODE = /^[A-Z][A-Z_]{0,39}$/;

/** Codes as label values: bounded, whatever agencies send. */
export function createCodes(): (code: unknown) => string {
  const known = new Set<string>();
  return (code) => {
    if (typeof code !== 'string' || !CODE.test(code)) return 'OTHER';
    if (known.has(code)) return code;
    if (known.size >= MOST_CODES) return 'OTHER';
    known.add(code);
    return code;
  };
}
