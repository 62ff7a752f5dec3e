import { maskPhone } from '../formats/phone.ts';
import type { Mask } from '../generated/schema.ts';

/** A value as it leaves its owner. What is no text is not masked, but left out. */
export function masked(value: unknown, mask: Mask): string | null {
  return typeof value === 'string' ? MASKS[mask](value) : null;
}

const MASKS: Readonly<Record<Mask, (text: string) => string>> = {
  NAME: (name) => `${familyName(name)}**`,
  // Beside a day of birth the usual mask, which shows the last four, would give the number away.
  ID_NUMBER: (number) => `${number.slice(0, 6)}${'*'.repeat(Math.max(number.length - 6, 0))}`,
  ADDRESS: maskAddress,
  PHONE: maskPhone,
};

/** Family names of two characters that are in use; all others have one. */
const DOUBLE = new Set([
  '欧阳',
  '司马',
  '上官',
  '诸葛',
  '夏侯',
  '皇甫',
  '尉迟',
  '公孙',
  '慕容',
  '令狐',
  '东方',
  '司徒',
  '端木',
  '长孙',
]);

function familyName(name: string): string {
  const two = name.slice(0, 2);
  return name.length > 2 && DOUBLE.has(two) ? two : name.slice(0, 1);
}

/** The shortest beginning that ends in a district or county, else in a city or province; nothing where none is found. */
function maskAddress(address: string): string {
  const beginning =
    /^.{2,24}?(?:(?<!自治)区|县|旗)/u.exec(address)?.[0] ?? /^.{2,16}?(?:市|省|自治区)/u.exec(address)?.[0] ?? '';
  return `${beginning}****`;
}
