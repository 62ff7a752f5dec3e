import { COURT_CASE_TYPES, COURT_PREFIXES, OLD_CASE_TYPE, SPECIAL_TRIALS } from './courtCaseTypes.ts';
import { shanghaiDay } from './day.ts';
import { type Parsed, parsed, refused, type Words } from './fault.ts';
import { normaliseCode } from './typedText.ts';

/**
 * A court case number: since 2016 `（2023）辽0102民初1234号`, by the Supreme People's Court's provisions on case numbers (法〔2015〕137号);
 * before, by each court's own words, `（2014）沈和刑初字第123号`.
 */
export interface CourtCaseNumber {
  /** Canonical form: full-width brackets, no blanks, no leading zeros. */
  number: string;
  /** Year in which the court took the case in. */
  year: number;
  /** Court code: 最高法, 辽 (high court), 辽01 (intermediate), 辽0102 (basic). Before 2016 the court's short name, empty where it has none. */
  court: string;
  /** Special-trial character between court and type, where there is one (最高法知民终). */
  special?: string;
  /** 民初, 刑初, 民特, 民保令, 诉前调 … */
  type: string;
  serial: number;
  /** Numbered before 2016, with 字第. */
  old?: true;
}

export const COURT_CASE_NUMBER_ACCEPTED = {
  zh: '法院案号：（年份）、法院代字、类型代字、序号和号，例如 （2023）辽0102民初1234号；2016 年以前的，例如 （2014）沈和刑初字第123号',
  en: 'a court case number: （year）, court code, case type, serial, 号, such as （2023）辽0102民初1234号; before 2016 such as （2014）沈和刑初字第123号',
};

/** Nothing older is in the courts' registers. */
const EARLIEST_YEAR = 1949;
/** The provisions apply to cases taken in from 2016-01-01. */
const FIRST_YEAR_OF_RULES = 2016;
/** Review of death sentences (刑核) has random serials of eight digits. */
const LARGEST_SERIAL = 99_999_999;

const COURT = new RegExp(`^(?<court>(?:${COURT_PREFIXES.join('|')})(?<digits>\\d*))(?<words>\\D*)$`, 'u');

/**
 * Reads a court case number, normalised (typedText.ts); brackets of every kind become （）, leading zeros of the serial are dropped.
 * Faults, each naming a part: COURT_CASE_NUMBER_YEAR, _COURT, _TYPE, _SERIAL, _SUFFIX (之一), and COURT_CASE_NUMBER_FORMAT for all else.
 */
export function parseCourtCaseNumber(text: string): Parsed<CourtCaseNumber> {
  const code = normaliseCode(text)
    .replace(/[[{<〔【〖〈《「]/gu, '(')
    .replace(/[\]}>〕】〗〉》」]/gu, ')');
  const head = /^\((?<year>\d{4})\)(?<rest>.*)$/u.exec(code)?.groups;
  if (!head) {
    return /^\(?\d{2,4}\)?年?\p{Script=Han}|^\(/u.test(code)
      ? fault('YEAR', '案号开头应为括号内的四位年份', 'the year in brackets, four digits, is missing at the beginning')
      : fault('FORMAT', '法院案号的格式不正确', 'the court case number does not have the right form');
  }
  const year = Number(head.year);
  const rest = head.rest ?? '';
  if (year < EARLIEST_YEAR || year > Number(shanghaiDay(new Date()).slice(0, 4))) {
    return fault('YEAR', '法院案号中的年份不可能', 'the year of the court case number is impossible');
  }
  if (/之[一二三四五六七八九十\d]+号?$|\d-\d+号$/u.test(rest)) {
    return fault(
      'SUFFIX',
      '“之一”等是同一案件中文书的序次，不是案号的一部分，请去掉',
      'a suffix such as 之一 tells documents of one case apart and is not part of the case number: leave it out',
    );
  }
  const tail = /^(?<words>.*?\D)(?<serial>\d+)号$/u.exec(rest)?.groups;
  const serial = Number(tail?.serial);
  if (!tail || serial < 1 || serial > LARGEST_SERIAL) {
    return fault(
      'SERIAL',
      '案号末尾应为序号（1 至 8 位数字，大于零）和“号”',
      'the number must end with the serial (1 to 8 digits, above zero) and 号',
    );
  }
  const words = tail.words ?? '';
  const old = /^(?<named>.+?)字第?$/u.exec(words)?.groups?.named;
  if (old !== undefined && year < FIRST_YEAR_OF_RULES) return parseOld(year, old, serial);
  return parseSince2016(year, old ?? words.replace(/第$/u, ''), serial);
}

/** The canonical number of the parts: full-width brackets, no blanks. */
export function formatCourtCaseNumber(parts: Omit<CourtCaseNumber, 'number'>): string {
  const { year, court, special = '', type, serial, old } = parts;
  return `（${year}）${court}${special}${type}${old ? '字第' : ''}${serial}号`;
}

function parseSince2016(year: number, words: string, serial: number): Parsed<CourtCaseNumber> {
  const groups = COURT.exec(words)?.groups;
  const { court = '', digits = '' } = groups ?? {};
  const isCode = court.startsWith('最高法') ? digits === '' : /^(?:\d{2}|\d{4})?$/.test(digits);
  if (!groups || !isCode) {
    return fault(
      'COURT',
      '案号中的法院代字不正确：应为“最高法”，或省级简称后不加数字、加两位或四位数字，例如 辽0102',
      'the court code is wrong: 最高法, or the short name of the province followed by no, two or four digits, such as 辽0102',
    );
  }
  const typed = splitType(groups.words ?? '');
  if (!typed) {
    return fault(
      'TYPE',
      '案号中的类型代字不存在：如民初、民终、刑初、刑终、行初、民特、民保令、诉前调、执',
      'the case type inside the court case number does not exist: types are 民初, 民终, 刑初, 刑终, 行初, 民特, 民保令, 诉前调, 执 and so on',
    );
  }
  return canonical({ year, court, ...typed, serial });
}

function parseOld(year: number, words: string, serial: number): Parsed<CourtCaseNumber> {
  const type = OLD_CASE_TYPE.exec(words)?.[0];
  if (!type || !/^[\p{Script=Han}()]{1,20}$/u.test(words)) {
    return fault(
      'TYPE',
      '“字第”前的案件类型无法识别：如刑初、民一终、行初、民申、执',
      'the case type before 字第 cannot be recognised: types are 刑初, 民一终, 行初, 民申, 执 and so on',
    );
  }
  const withBrackets = (part: string) => part.replace('(', '（').replace(')', '）');
  const court = withBrackets(words.slice(0, -type.length));
  return canonical({ year, court, type: withBrackets(type), serial, old: true });
}

function canonical(parts: Omit<CourtCaseNumber, 'number'>): Parsed<CourtCaseNumber> {
  return parsed({ number: formatCourtCaseNumber(parts), ...parts });
}

function splitType(words: string): { type: string; special?: string } | undefined {
  if (COURT_CASE_TYPES.has(words)) return { type: words };
  const special = words.slice(0, 1);
  const type = words.slice(1);
  return SPECIAL_TRIALS.has(special) && COURT_CASE_TYPES.has(type) ? { special, type } : undefined;
}

function fault(part: string, zh: Words['zh'], en: Words['en']): Parsed<never> {
  return refused(`COURT_CASE_NUMBER_${part}`, { zh, en }, COURT_CASE_NUMBER_ACCEPTED);
}
