/** A signature of an elliptic curve is two numbers, r and s: OpenSSL writes them as DER, a JWS in 32 bytes each (RFC 7518, 3.4). */
const HALF = 32;

/** The fixed form of a DER signature: SEQUENCE of two INTEGERs. */
export function fixedForm(der: Buffer): Buffer {
  const fixed = Buffer.alloc(2 * HALF);
  let at = 2;
  for (let half = 1; half <= 2; half += 1) {
    const length = der[at + 1] ?? 0;
    const start = at + 2;
    const digits = der.subarray(start + Math.max(0, length - HALF), start + length);
    digits.copy(fixed, half * HALF - digits.length);
    at = start + length;
  }
  return fixed;
}

/** The DER of a fixed form. @throws where it has another length */
export function derForm(fixed: Buffer): Buffer {
  if (fixed.length !== 2 * HALF) throw new Error('A signature has 64 bytes.');
  const numbers = Buffer.concat([integer(fixed.subarray(0, HALF)), integer(fixed.subarray(HALF))]);
  return Buffer.concat([Buffer.from([0x30, numbers.length]), numbers]);
}

/** As DER has it: no zero byte too many in front, but one where the number would be negative. */
function integer(digits: Buffer): Buffer {
  let first = 0;
  while (first < HALF - 1 && digits[first] === 0) first += 1;
  const short = digits.subarray(first);
  const sign = (short[0] ?? 0) >= 0x80 ? [0] : [];
  return Buffer.concat([Buffer.from([2, sign.length + short.length, ...sign]), short]);
}
