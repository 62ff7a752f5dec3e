import { type Parsed, parsed, refused } from './fault.ts';
import { isRegionCode } from './regions.ts';
import { normaliseCode } from './typedText.ts';

/** A police case number: `A` + 12-digit unit code + yyyymm + 4-digit serial of the month, as in `A2101025100002023110001`. */
export interface PoliceCaseNumber {
  number: string;
  /** The unit that filed the case, 12 digits. */
  unit: string;
  /** The unit's region: the first six digits of its code. */
  regionCode: string;
  year: number;
  /** 1 to 12. */
  month: number;
  serial: number;
}

export const POLICE_CASE_NUMBER_ACCEPTED = {
  zh: '公安案件编号：A、12 位单位代码、6 位年月和 4 位流水号，例如 A2101025100002023110001',
  en: 'a police case number: A, 12-digit unit code, yyyymm and 4-digit serial, such as A2101025100002023110001',
};

/**
 * Reads a police case number; blanks around it are dropped and a becomes A.
 * Faults: POLICE_CASE_NUMBER_FORMAT, POLICE_CASE_NUMBER_MONTH, POLICE_CASE_NUMBER_REGION.
 */
export function parsePoliceCaseNumber(text: string): Parsed<PoliceCaseNumber> {
  const number = normaliseCode(text).toUpperCase();
  const groups = /^A(?<unit>\d{12})(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<serial>\d{4})$/.exec(number)?.groups;
  if (!groups) {
    return refused(
      'POLICE_CASE_NUMBER_FORMAT',
      { zh: '公安案件编号的格式不正确', en: 'the police case number does not have the right form' },
      POLICE_CASE_NUMBER_ACCEPTED,
    );
  }
  const { unit = '' } = groups;
  const month = Number(groups.month);
  if (month < 1 || month > 12) {
    return refused(
      'POLICE_CASE_NUMBER_MONTH',
      { zh: '公安案件编号中的月份不存在', en: 'the month inside the police case number does not exist' },
      POLICE_CASE_NUMBER_ACCEPTED,
    );
  }
  const regionCode = unit.slice(0, 6);
  if (!isRegionCode(regionCode)) {
    return refused(
      'POLICE_CASE_NUMBER_REGION',
      {
        zh: '公安案件编号中单位所属的行政区划不存在',
        en: 'the region of the unit inside the police case number does not exist',
      },
      POLICE_CASE_NUMBER_ACCEPTED,
    );
  }
  return parsed({ number, unit, regionCode, year: Number(groups.year), month, serial: Number(groups.serial) });
}
