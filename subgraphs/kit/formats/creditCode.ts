import { type Parsed, parsed, refused } from './fault.ts';
import { normaliseCode } from './typedText.ts';

/** The 31 characters of GB 32100-2015, in order of value: no I, O, S, V, Z, which are mistaken for digits and others. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Registering department and kind of organisation, 6-digit region, 9-character organisation code, check character. */
const FORM = /^[1-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

const ACCEPTED = {
  zh: '18 位统一社会信用代码：数字和大写字母（不含 I、O、S、V、Z），第 3 至 8 位为行政区划代码，末位为校验码',
  en: 'an 18-character unified social credit code: digits and letters without I, O, S, V, Z, digits in places 3 to 8, the last a check character',
};

/**
 * Reads a unified social credit code of GB 32100-2015 and gives its 18 characters in capitals, trimmed.
 * Faults: CREDIT_CODE_FORMAT, CREDIT_CODE_CHECK_CHARACTER. The region inside is not looked up: bodies registered with a
 * national department carry 100000, which is no region of GB/T 2260.
 */
export function parseCreditCode(text: string): Parsed<string> {
  const code = normaliseCode(text).toUpperCase();
  if (!FORM.test(code)) {
    return refused(
      'CREDIT_CODE_FORMAT',
      { zh: '统一社会信用代码的格式不正确', en: 'the unified social credit code does not have the right form' },
      ACCEPTED,
    );
  }
  if (creditCodeCheckCharacter(code.slice(0, 17)) !== code.charAt(17)) {
    return refused(
      'CREDIT_CODE_CHECK_CHARACTER',
      {
        zh: '统一社会信用代码的校验码不符，可能有一位录错',
        en: 'the check character does not fit: one of the characters is probably mistyped',
      },
      ACCEPTED,
    );
  }
  return parsed(code);
}

/** The check character for the first 17 characters: 31 less the sum of value × 3^place, by 31. Throws RangeError for anything else. */
export function creditCodeCheckCharacter(first17: string): string {
  const values = [...first17].map((character) => ALPHABET.indexOf(character));
  if (values.length !== 17 || values.includes(-1)) {
    throw new RangeError('the check character is computed from 17 characters of the credit code alphabet');
  }
  let weight = 1;
  let sum = 0;
  for (const value of values) {
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}
