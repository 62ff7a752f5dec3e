import { type Parsed, parsed, refused } from './fault.ts';
import { characterCount, normaliseCode } from './typedText.ts';

/** Mainland mobile numbers: eleven digits from 13 to 19. */
const MOBILE = /^1[3-9]\d{9}$/;
/** Area codes of three digits (010, 02x) have eight-digit lines, those of four digits seven or eight; no line begins with 0 or 1. */
const LANDLINE = /^(?<area>010|02\d|0[3-9]\d{2})(?<line>[2-9]\d{6,7})$/;

/**
 * Reads a mainland mobile number or a landline with its area code. Blanks, hyphens, brackets and a leading +86 are dropped;
 * gives `13800138000` or `024-22345678`. Fault: PHONE_FORMAT.
 */
export function parsePhone(text: string): Parsed<string> {
  const digits = normaliseCode(text)
    .replaceAll(/[()-]/g, '')
    .replace(/^(?:\+|00)86/, '');
  if (MOBILE.test(digits)) return parsed(digits);
  const { area = '', line = '' } = LANDLINE.exec(digits)?.groups ?? {};
  if (area && (area.length === 4 || line.length === 8)) return parsed(`${area}-${line}`);
  return refused(
    'PHONE_FORMAT',
    { zh: '电话号码的格式不正确', en: 'the telephone number does not have the right form' },
    {
      zh: '大陆手机号（1 开头的 11 位数字），或带区号的固定电话，例如 024-22345678',
      en: 'a mainland mobile number (11 digits from 13 to 19), or a landline with area code, such as 024-22345678',
    },
  );
}

/** `138****8000`, `024-****5678`: the middle is hidden. Text of any other form is hidden whole. */
export function maskPhone(phone: string): string {
  if (MOBILE.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(7)}`;
  const { area, line } = /^(?<area>0\d{2,3})-?(?<line>\d{7,8})$/.exec(phone)?.groups ?? {};
  if (area && line) return `${area}-${'*'.repeat(line.length - 4)}${line.slice(-4)}`;
  return '*'.repeat(characterCount(phone));
}
