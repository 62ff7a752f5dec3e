import { firstCharacters } from './typedText.ts';

const LONGEST = 60;

/** An identity number or mobile number that stands alone, as it does when it was put into the wrong field. */
const PERSONAL_NUMBERS = /(?<![0-9A-Za-z])(?:\d{17}[0-9Xx]|\d{15}|(?:\+?86[- ]?)?1[3-9]\d{9})(?![0-9A-Za-z])/g;

/** What came, as an answer may show it: well-formed, cut, and without numbers of persons that somebody put into the wrong field. */
export function shownInAnswer(received: string): string {
  const plain = received.toWellFormed().replace(PERSONAL_NUMBERS, (number) => '*'.repeat(number.length));
  const shown = firstCharacters(plain, LONGEST);
  return shown.length < plain.length ? `${shown}…` : plain;
}
