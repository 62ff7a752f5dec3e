import { isDay, shanghaiDay } from './day.ts';
import { type Parsed, parsed, refused } from './fault.ts';
import { isRegionCode } from './regions.ts';
import { normaliseCode } from './typedText.ts';

/** A citizen identity number of GB 11643-1999: region (6) + date of birth (8) + sequence (3, odd for men) + check character. */
export interface ResidentId {
  /** All 18 characters, the last a digit or a capital X. */
  number: string;
  /** Where the number was first issued, a region of GB/T 2260. */
  regionCode: string;
  /** `yyyy-mm-dd`. */
  birthDate: string;
  sex: 'MALE' | 'FEMALE';
}

/** ISO 7064 MOD 11-2 as GB 11643 tabulates it: one weight for each digit, one character for each remainder. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = '10X98765432';

/** Nobody born earlier lives; such a date is a slip of the pen. */
const EARLIEST_BIRTH = '1900-01-01';

/**
 * Taiwan residents' residence permits carry 830000, which GB/T 2260 does not list (it lists 810000 and 820000 of the Hong
 * Kong and Macao permits); source: Measures for residence permits of Hong Kong, Macao and Taiwan residents, 2018, art. 4.
 */
const TAIWAN_RESIDENCE_PERMIT = '830000';

const ACCEPTED = {
  zh: '18 位公民身份号码：6 位行政区划代码、8 位出生日期、3 位顺序码和校验码（数字或 X）',
  en: 'an 18-character identity number: 6-digit region, 8-digit date of birth, 3-digit sequence and check character (digit or X)',
};

/**
 * Reads an identity number; blanks around it are dropped and x becomes X. `today` (`yyyy-mm-dd`, Shanghai) is the last
 * date of birth that is accepted.
 *
 * Faults, in the order they are looked for: RESIDENT_ID_FORMAT, RESIDENT_ID_CHECK_DIGIT, RESIDENT_ID_BIRTH_DATE
 * (impossible, in the future or before 1900), RESIDENT_ID_REGION.
 */
export function parseResidentId(text: string, today: string = shanghaiDay(new Date())): Parsed<ResidentId> {
  const number = normaliseCode(text).toUpperCase();
  if (!/^\d{17}[\dX]$/.test(number)) {
    return refused(
      'RESIDENT_ID_FORMAT',
      { zh: '公民身份号码的格式不正确', en: 'the identity number does not have the right form' },
      ACCEPTED,
    );
  }
  if (residentIdCheckCharacter(number.slice(0, 17)) !== number.charAt(17)) {
    return refused(
      'RESIDENT_ID_CHECK_DIGIT',
      {
        zh: '公民身份号码的校验码不符，可能有一位录错',
        en: 'the check character does not fit: one of the digits is probably mistyped',
      },
      ACCEPTED,
    );
  }
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isDay(birthDate) || birthDate < EARLIEST_BIRTH || birthDate > today) {
    return refused(
      'RESIDENT_ID_BIRTH_DATE',
      { zh: '公民身份号码中的出生日期不可能', en: 'the date of birth inside the identity number is impossible' },
      { zh: '1900 年 1 月 1 日至今天的真实日期', en: 'a real date from 1900-01-01 to today' },
    );
  }
  const regionCode = number.slice(0, 6);
  if (!isRegionCode(regionCode) && regionCode !== TAIWAN_RESIDENCE_PERMIT) {
    return refused(
      'RESIDENT_ID_REGION',
      { zh: '公民身份号码中的行政区划代码不存在', en: 'the region code inside the identity number does not exist' },
      {
        zh: 'GB/T 2260 现行或历史版本中的 6 位行政区划代码',
        en: 'a 6-digit region code of GB/T 2260, of today or of an older revision',
      },
    );
  }
  const sex = Number(number.charAt(16)) % 2 === 1 ? 'MALE' : 'FEMALE';
  return parsed({ number, regionCode, birthDate, sex });
}

/** The check character for the first 17 digits of an identity number. Throws RangeError for anything else. */
export function residentIdCheckCharacter(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('the check character is computed from 17 digits');
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(first17.charAt(place)), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}
