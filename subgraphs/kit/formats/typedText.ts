import { type Fault, type Parsed, parsed } from './fault.ts';

/**
 * The one normaliser for what people type or paste. Three kinds of value need different care:
 * a code or number is compared, so all its spellings become one (`normaliseCode`);
 * a name is compared and read (`parsePersonName`); free text is read only and keeps its punctuation (`normaliseText`).
 * Lengths count code points, as `char_length` of PostgreSQL does.
 */

/** Characters without a width: format characters, fillers, the soft hyphen, marks of direction, joiners. */
const INVISIBLE = /[[\p{Cf}\p{Default_Ignorable_Code_Point}]--\p{Variation_Selector}]/gv;
/** The Braille blank is a symbol to Unicode and empty to the eye. */
const BLANKS = /[\s\u2800]+/gu;
/** Hyphens and dashes of every kind, and the minus sign. */
const DASHES = /[\p{Pd}\u2212]/gu;
const LINE_ENDS = /\r\n?|[\v\f\u0085\u2028\u2029]/gu;
const CONTROLS_IN_TEXT = /[^\P{Cc}\t\n]/gu;
/** Marks alone (accents, variation selectors) show nothing. */
const VISIBLE = /[^\s\u2800\p{C}\p{M}]|\p{Co}/u;
/** Embeddings, overrides and isolates make a name read otherwise than it is written. */
const CONTROLS_IN_NAME = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;
/** What is typed for the dot between the parts of a name (买买提·阿布都). */
const MIDDLE_DOTS = /[\u2022\u2027\u2219\u22c5\u30fb\uff65\u16eb]|(?<=\p{Script=Han})[.．](?=\p{Script=Han})/gu;

const LONGEST_NAME = 50;

/** Why a text cannot be stored or sent on, whatever it is for; null where it can. */
export function textFault(text: string): Fault | null {
  // PostgreSQL has no place for it in a text.
  if (text.includes('\u0000')) {
    return {
      code: 'ZERO_BYTE',
      message: { zh: '文字中含有空字符（U+0000）。', en: 'The text holds a zero byte (U+0000).' },
      accepted: { zh: '不含空字符的文字', en: 'text without zero bytes' },
    };
  }
  if (!text.isWellFormed()) {
    return {
      code: 'NOT_WELL_FORMED',
      message: {
        zh: '文字中含有不完整的 Unicode 字符（单独的代理码元）。',
        en: 'The text is not well-formed Unicode: it holds half a character (a lone surrogate).',
      },
      accepted: { zh: '完整的 Unicode 文字', en: 'well-formed Unicode text' },
    };
  }
  return null;
}

/** A code or number: compatibility forms (Ⅹ, ｘ, （, ２) made plain, dashes made hyphens, blanks and invisible characters dropped. */
export function normaliseCode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/\p{Variation_Selector}/gu, '')
    .replace(BLANKS, '')
    .replace(DASHES, '-');
}

/**
 * Free text: composed (NFC, which leaves ，（ and full-width letters as they were typed), line ends made `\n`, invisible
 * and control characters dropped, trimmed. Empty where nothing visible is left.
 */
export function normaliseText(text: string): string {
  const normalised = text
    .normalize('NFC')
    .replace(LINE_ENDS, '\n')
    .replace(INVISIBLE, '')
    .replace(CONTROLS_IN_TEXT, '')
    .trim();
  return VISIBLE.test(normalised) ? normalised : '';
}

/** How many characters a user sees as typed: code points, so that 𠮷 is one. */
export function characterCount(text: string): number {
  return [...text].length;
}

/** At most this many characters from the beginning, never half of one. */
export function firstCharacters(text: string, count: number): string {
  return [...text].slice(0, count).join('');
}

/**
 * A person's name in one spelling: letters and digits in their plain form, one middle dot, no padding between Han characters (王　芳).
 * Faults: REQUIRED (also of invisible characters only), NAME_CONTROL_CHARACTER, TOO_LONG.
 */
export function parsePersonName(text: string): Parsed<string> {
  const name = normaliseName(text);
  if (!VISIBLE.test(name)) {
    return nameFault('REQUIRED', '此项必填。', 'This is required.');
  }
  if (CONTROLS_IN_NAME.test(name)) {
    return nameFault(
      'NAME_CONTROL_CHARACTER',
      '姓名中含有控制符、换行符或文字方向控制符。',
      'The name holds a control character, a line end or a character that changes the direction of writing.',
    );
  }
  if (characterCount(name) > LONGEST_NAME) return nameFault('TOO_LONG', '姓名过长。', 'The name is too long.');
  return parsed(name);
}

/** The one spelling of a name, for comparing and masking; characters that `parsePersonName` refuses are left in it. */
export function normaliseName(text: string): string {
  return text
    .replace(/[^\p{P}]/gu, (character) => character.normalize('NFKC'))
    .normalize('NFC')
    .replace(/[[\p{Cf}\p{Default_Ignorable_Code_Point}]--[\p{Variation_Selector}\u202a-\u202e\u2066-\u2069]]/gv, '')
    .replace(MIDDLE_DOTS, '·')
    .replace(/[\p{Zs}\t\u2800]+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .replace(/^ | $/g, '');
}

function nameFault(code: string, zh: string, en: string): Parsed<never> {
  const accepted = {
    zh: `1 到 ${LONGEST_NAME} 个字符的姓名，写在一行内`,
    en: `a name of 1 to ${LONGEST_NAME} characters on one line`,
  };
  return { ok: false, fault: { code, message: { zh, en }, accepted } };
}
