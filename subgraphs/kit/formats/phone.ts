import { type Parsed, parsed, refused } from './fault.ts';
import { characterCount, normaliseCode } from './typedText.ts';

/** Mainland mobile numbers: eleven digits from 13 to 19. A trunk 0 before them was dialled from other cities and is still written. */
const MOBILE = /^0?(?<mobile>1[3-9]\d{9})$/;
/** Area codes of three digits (010, 02x) have eight-digit lines, those of four digits seven or eight; no line begins with 0 or 1. */
const LANDLINE = /^(?<area>010|02\d|0[3-9]\d{2})(?<line>[2-9]\d{6,7})$/;
/** With hyphens as they stand, since the last part may be an extension: 024-22345678-801. */
const HYPHENED = /^(?<area>0\d{2,3})-(?<line>\d{7,8})-(?<extension>\d{1,6})$/;
/** How an extension is written after the line: 转801, 分机801, ext. 801, x801, #801, ,801. */
const EXTENSION = /(?:转分机|转|分机|内线|extension|ext|x|#|[,;])[.:=]?(?<extension>\d{1,6})$/i;

/** Numbers outside the mainland, after their country code without a trunk 0. */
const ELSEWHERE: Readonly<Record<string, RegExp>> = {
  // Hong Kong: eight digits, lines from 2 and 3, mobiles from 4 to 9.
  '852': /^[2-9]\d{7}$/,
  // Macao: eight digits, lines from 28, mobiles from 6.
  '853': /^(?:28|8\d|6\d)\d{6}$/,
  // Taiwan: area code and line eight or nine digits, mobiles nine from 9.
  '886': /^(?:9\d{8}|[2-8]\d{7,8})$/,
};

/**
 * Reads a mainland mobile number, a landline with its area code and perhaps an extension, or a number of Hong Kong, Macao or Taiwan with its
 * country code; normalised (typedText.ts), without brackets and a leading +86. Gives the form in which it is stored: `13800138000`,
 * `024-22345678`, `024-22345678-801`, `+85221234567`. Fault: PHONE_FORMAT.
 */
export function parsePhone(text: string): Parsed<string> {
  const typed = normaliseCode(text)
    .replace(/^00/, '+')
    .replace('(0)', '0')
    .replaceAll(/[()./]/g, '');
  const number = canonicalElsewhere(typed) ?? canonicalMainland(typed);
  if (number !== null) return parsed(number);
  return refused(
    'PHONE_FORMAT',
    { zh: '电话号码的格式不正确', en: 'the telephone number does not have the right form' },
    {
      zh: '大陆手机号（1 开头的 11 位数字）；带区号的固定电话，例如 024-22345678，分机写作 024-22345678-801；港澳台号码须带 +852、+853 或 +886',
      en: 'a mainland mobile number (11 digits from 13 to 19); a landline with area code, such as 024-22345678, with extension 024-22345678-801; numbers of Hong Kong, Macao and Taiwan with +852, +853 or +886',
    },
  );
}

function canonicalElsewhere(typed: string): string | null {
  const { country = '', rest = '' } = /^\+?-?(?<country>852|853|886)(?<rest>.*)$/.exec(typed)?.groups ?? {};
  const digits = rest.replaceAll('-', '').replace(/^0/, '');
  return ELSEWHERE[country]?.test(digits) ? `+${country}${digits}` : null;
}

function canonicalMainland(typed: string): string | null {
  // 86 without a plus begins no number of the mainland: lines have a 0 before their area, mobiles begin with 1.
  const international = /^\+?-?86-?(?<rest>.*)$/.exec(typed)?.groups?.rest;
  // With the country code the area code loses its trunk 0.
  const national = international === undefined ? typed : international.replace(/^(?=[2-9]|10)/, '0');
  const hyphened = HYPHENED.exec(national)?.groups;
  const hyphenedLine = hyphened && landline(`${hyphened.area}${hyphened.line}`);
  if (hyphenedLine) return `${hyphenedLine}-${hyphened.extension}`;
  const extension = EXTENSION.exec(national)?.groups?.extension;
  const digits = national.replace(EXTENSION, '').replaceAll('-', '');
  const line = landline(digits);
  if (line) return extension === undefined ? line : `${line}-${extension}`;
  return extension === undefined ? (MOBILE.exec(digits)?.groups?.mobile ?? null) : null;
}

function landline(digits: string): string | null {
  const { area = '', line = '' } = LANDLINE.exec(digits)?.groups ?? {};
  return area && (area.length === 4 || line.length === 8) ? `${area}-${line}` : null;
}

/**
 * The middle is hidden, and an extension whole: `138****8000`, `024-****5678`, `+852****4567`. Text of any other form than those that are stored
 * is hidden whole.
 */
export function maskPhone(phone: string): string {
  if (/^1[3-9]\d{9}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(7)}`;
  const { area, line, extension } =
    /^(?<area>0\d{2,3})-?(?<line>\d{7,8})(?:-(?<extension>\d{1,6}))?$/.exec(phone)?.groups ?? {};
  if (area && line) {
    return `${area}-${'*'.repeat(line.length - 4)}${line.slice(-4)}${extension ? `-${'*'.repeat(extension.length)}` : ''}`;
  }
  const { country, own } = /^(?<country>\+85[23]|\+886)(?<own>\d{8,9})$/.exec(phone)?.groups ?? {};
  if (country && own) return `${country}${'*'.repeat(own.length - 4)}${own.slice(-4)}`;
  return '*'.repeat(characterCount(phone));
}
