import { parseCourtCaseNumber } from '../../../kit/formats/courtCaseNumber.ts';
import { invalidInput } from '../../../kit/problems/problem.ts';

/** Type of the cases in which a court confirms mediation agreements, among other special procedures 特别程序. */
const TYPE = '民特';

const ACCEPTED = {
  zh: '本案所在地区或其上级地区法院的民特案号，例如 （2023）辽0102民特12号',
  en: 'a 民特 number of a court in the region of the application or above it, for example （2023）辽0102民特12号',
};

/**
 * Reads the number of a judicial confirmation. @throws Problem
 * @returns the number in its canonical form, and the code of the court that is named in it
 */
export function readConfirmationNumber(text: string): { number: string; court: string } {
  const read = parseCourtCaseNumber(text);
  if (!read.ok) throw invalidInput(['number'], read.fault, text);
  const { number, type, court } = read.value;
  if (type === TYPE) return { number, court };
  const message = { zh: '该案号不是民特案号。', en: 'The number is not that of a special procedure (民特).' };
  throw invalidInput(['number'], { code: 'CASE_NUMBER_TYPE', message, accepted: ACCEPTED }, text);
}

export function courtElsewhere(number: string) {
  const message = { zh: '案号中的法院不管辖该申请。', en: 'The court of this number is not that of the application.' };
  return invalidInput(['number'], { code: 'COURT_ELSEWHERE', message, accepted: ACCEPTED }, number);
}

export function numberInUse(number: string) {
  const message = { zh: '该案号已用于另一申请。', en: 'Another application has this number.' };
  const accepted = { zh: '尚未使用的案号', en: 'a number that is not in use' };
  return invalidInput(['number'], { code: 'CASE_NUMBER_IN_USE', message, accepted }, number);
}
