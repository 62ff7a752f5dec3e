import { isDay, shanghaiDay } from './day.ts';
import { type Parsed, parsed, refused, type Words } from './fault.ts';
import { isProvincePrefix } from './regions.ts';
import { normaliseCode } from './typedText.ts';

/**
 * A citizen identity number of GB 11643-1999: region (6) + date of birth (8) + sequence (3, odd for men) + check character. Residence
 * permits of Hong Kong (810000), Macao (820000) and Taiwan (830000) residents carry numbers of the same form, and are accepted.
 */
export interface ResidentId {
  /** All 18 characters, the last a digit or a capital X. */
  number: string;
  /** Where the number was first issued: of a known province, but maybe a county that was abolished before there were tables. */
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

const ACCEPTED = {
  zh: '18 位公民身份号码：6 位行政区划代码、8 位出生日期、3 位顺序码和校验码（数字或 X）',
  en: 'an 18-character identity number: 6-digit region, 8-digit date of birth, 3-digit sequence and check character (digit or X)',
};

const FOREIGNER = {
  code: 'RESIDENT_ID_FOREIGNER',
  message: {
    zh: '这是外国人永久居留身份证号码，不是公民身份号码',
    en: "this is the number of a foreigner's permanent residence card, not of a citizen",
  },
  accepted: ACCEPTED,
};

/** Numbers of other documents that people give instead, and what to say of each. */
const OTHER_DOCUMENTS: readonly { form: RegExp; checked?: true; code: string; message: Words; accepted: Words }[] = [
  {
    form: /^\d{15}$/,
    code: 'RESIDENT_ID_15_DIGITS',
    message: {
      zh: '这是 15 位的第一代居民身份证号码，该证自 2013 年 1 月 1 日起已停止使用',
      en: 'this is a number of 15 digits from a first-generation identity card, which ceased to be valid on 2013-01-01',
    },
    accepted: {
      zh: '现行居民身份证或户口簿上的 18 位公民身份号码',
      en: 'the 18-character number on the present identity card or in the household register',
    },
  },
  {
    // Since 2023-12: 9, province (2), nationality (3), date of birth (8), sequence (3), check character.
    form: /^9\d{16}[\dX]$/,
    checked: true,
    ...FOREIGNER,
  },
  {
    // Before: nationality (3 letters), region (4), date of birth (6), sequence (1), check digit.
    form: /^[A-Z]{3}\d{12}$/,
    ...FOREIGNER,
  },
  {
    form: /^[HM]\d{8}(?:\d{2})?$/,
    code: 'RESIDENT_ID_TRAVEL_PERMIT',
    message: {
      zh: '这是港澳居民来往内地通行证号码，不是公民身份号码',
      en: 'this is the number of a mainland travel permit of a Hong Kong or Macao resident',
    },
    accepted: {
      zh: '港澳台居民居住证上的 18 位公民身份号码',
      en: 'the 18-character number on the residence permit of Hong Kong, Macao and Taiwan residents',
    },
  },
];

/**
 * Reads an identity number, normalised (typedText.ts), x as X. `today` (`yyyy-mm-dd`, Shanghai) is the last date of birth that is accepted.
 * Of the region only the province is checked: half of the counties of 1990 are in no table any more, and the check character finds
 * what is mistyped.
 *
 * Faults, in the order they are looked for: RESIDENT_ID_15_DIGITS, RESIDENT_ID_FOREIGNER, RESIDENT_ID_TRAVEL_PERMIT, RESIDENT_ID_FORMAT,
 * RESIDENT_ID_CHECK_DIGIT, RESIDENT_ID_BIRTH_DATE (impossible, in the future or before 1900), RESIDENT_ID_REGION.
 */
export function parseResidentId(text: string, today: string = shanghaiDay(new Date())): Parsed<ResidentId> {
  const number = normaliseCode(text).toUpperCase();
  const other = OTHER_DOCUMENTS.find(({ form, checked }) => form.test(number) && (!checked || isChecked(number)));
  if (other) return refused(other.code, other.message, other.accepted);
  if (!/^\d{17}[\dX]$/.test(number)) {
    return refused(
      'RESIDENT_ID_FORMAT',
      { zh: '公民身份号码的格式不正确', en: 'the identity number does not have the right form' },
      ACCEPTED,
    );
  }
  if (!isChecked(number)) {
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
  if (!isProvincePrefix(number.slice(0, 2))) {
    return refused(
      'RESIDENT_ID_REGION',
      {
        zh: '公民身份号码的前两位不是省级行政区划代码',
        en: 'the first two digits of the identity number are not a province',
      },
      {
        zh: 'GB/T 2260 的省级行政区划代码，例如 21（辽宁省）',
        en: 'the code of a province in GB/T 2260, such as 21 (Liaoning)',
      },
    );
  }
  const sex = Number(number.charAt(16)) % 2 === 1 ? 'MALE' : 'FEMALE';
  return parsed({ number, regionCode: number.slice(0, 6), birthDate, sex });
}

function isChecked(number: string): boolean {
  return residentIdCheckCharacter(number.slice(0, 17)) === number.charAt(17);
}

/** The check character for the first 17 digits of an identity number. Throws RangeError for anything else. */
export function residentIdCheckCharacter(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('the check character is computed from 17 digits');
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(first17.charAt(place)), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}
