import { COURT_CASE_TYPES, COURT_PREFIXES, SPECIAL_TRIALS } from './courtCaseTypes.ts';
import { type Parsed, parsed, refused } from './fault.ts';
import { normaliseCode } from './typedText.ts';

/** A court case number, `（2023）辽0102民初1234号`, by the Supreme People's Court's provisions on case numbers (法〔2015〕137号). */
export interface CourtCaseNumber {
  /** Canonical form: full-width brackets, no blanks. */
  number: string;
  /** Year in which the court took the case in. */
  year: number;
  /** Court code: 最高法, 辽 (high court), 辽01 (intermediate), 辽0102 (basic). */
  court: string;
  /** Special-trial character between court and type, where there is one (最高法知民终). */
  special?: string;
  /** 民初, 刑初, 民特, 民保令, 诉前调 … */
  type: string;
  serial: number;
}

const FORM = new RegExp(
  `^\\((?<year>(?:19|20)\\d{2})\\)(?<court>(?:${COURT_PREFIXES.join('|')})(?:\\d{4}|\\d{2})?)(?<words>\\p{Script=Han}{1,6})(?<serial>[1-9]\\d{0,6})号$`,
  'u',
);

export const COURT_CASE_NUMBER_ACCEPTED = {
  zh: '法院案号：（年份）、法院代字、类型代字、序号和号，例如 （2023）辽0102民初1234号',
  en: 'a court case number: （year）, court code, case type, serial, 号, such as （2023）辽0102民初1234号',
};

/**
 * Reads a court case number; half-width brackets, full-width digits and blanks are put right.
 * Faults: COURT_CASE_NUMBER_FORMAT, COURT_CASE_NUMBER_TYPE (a case type that the table does not have).
 */
export function parseCourtCaseNumber(text: string): Parsed<CourtCaseNumber> {
  const groups = FORM.exec(normaliseCode(text))?.groups;
  if (!groups) {
    return refused(
      'COURT_CASE_NUMBER_FORMAT',
      { zh: '法院案号的格式不正确', en: 'the court case number does not have the right form' },
      COURT_CASE_NUMBER_ACCEPTED,
    );
  }
  const { court = '', words = '' } = groups;
  const typed = splitType(words);
  if (!typed) {
    return refused(
      'COURT_CASE_NUMBER_TYPE',
      { zh: '法院案号中的案件类型代字不存在', en: 'the case type inside the court case number does not exist' },
      {
        zh: `${COURT_CASE_NUMBER_ACCEPTED.zh}；类型代字如民初、民终、刑初、刑终、行初、民特、民保令、诉前调、执`,
        en: `${COURT_CASE_NUMBER_ACCEPTED.en}; case types such as 民初, 民终, 刑初, 刑终, 行初, 民特, 民保令, 诉前调, 执`,
      },
    );
  }
  const parts = { year: Number(groups.year), court, ...typed, serial: Number(groups.serial) };
  return parsed({ number: formatCourtCaseNumber(parts), ...parts });
}

/** The canonical number of the parts: full-width brackets, no blanks. */
export function formatCourtCaseNumber({
  year,
  court,
  special = '',
  type,
  serial,
}: Omit<CourtCaseNumber, 'number'>): string {
  return `（${year}）${court}${special}${type}${serial}号`;
}

function splitType(words: string): { type: string; special?: string } | undefined {
  if (COURT_CASE_TYPES.has(words)) return { type: words };
  const special = words.slice(0, 1);
  const type = words.slice(1);
  return SPECIAL_TRIALS.has(special) && COURT_CASE_TYPES.has(type) ? { special, type } : undefined;
}
