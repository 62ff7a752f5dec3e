/** Distinct codes that are counted by name. */
const MAX_CODES = 64;
/** An agency chooses the code of its errors. Text in another form, or with a digit, does not become a label. */
const CODE = /^[A-Z][A-Z_]{0,39}$/;

/** Error codes as label values. Their number is bounded, whatever agencies send. */
export function createCodeLabels(): (code: unknown) => string {
  const known = new Set<string>();
  return (code) => {
    if (typeof code !== 'string' || !CODE.test(code)) return 'OTHER';
    if (known.has(code)) return code;
    if (known.size >= MAX_CODES) return 'OTHER';
    known.add(code);
    return code;
  };
}
