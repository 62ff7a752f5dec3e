import { shanghaiDay } from './day.ts';
import { type Parsed, parsed, refused } from './fault.ts';
import { isProvincePrefix } from './regions.ts';
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
 * Reads a police case number, normalised (typedText.ts), a as A. Of the unit's region only the province is checked, since development zones
 * have units and no code in GB/T 2260.
 * Faults, each naming a part: POLICE_CASE_NUMBER_FORMAT (letter or length), _YEAR, _MONTH, _REGION, _SERIAL.
 */
export function parsePoliceCaseNumber(text: string): Parsed<PoliceCaseNumber> {
  const number = normaliseCode(text).toUpperCase();
  const groups = /^A(?<unit>\d{12})(?<year>\d{4})(?<month>\d{2})(?<serial>\d{4})$/.exec(number)?.groups;
  if (!groups) {
    return fault(
      'FORMAT',
      '公安案件编号应为字母 A 后接 22 位数字',
      'a police case number is the letter A and 22 digits: a digit is missing or too many',
    );
  }
  const { unit = '' } = groups;
  const regionCode = unit.slice(0, 6);
  if (!isProvincePrefix(unit.slice(0, 2))) {
    return fault(
      'REGION',
      '公安案件编号中单位代码的前两位不是省级行政区划代码',
      'the unit inside the police case number begins with two digits that are not a province',
    );
  }
  const today = shanghaiDay(new Date());
  const year = Number(groups.year);
  const month = Number(groups.month);
  if (year < EARLIEST_YEAR || year > Number(today.slice(0, 4))) {
    return fault('YEAR', '公安案件编号中的年份不可能', 'the year inside the police case number is impossible');
  }
  if (month < 1 || month > 12) {
    return fault('MONTH', '公安案件编号中的月份不存在', 'the month inside the police case number does not exist');
  }
  const serial = Number(groups.serial);
  if (serial === 0) {
    return fault('SERIAL', '公安案件编号中的流水号不能为零', 'the serial inside the police case number is zero');
  }
  return parsed({ number, unit, regionCode, year, month, serial });
}

/** Nothing older is in the registers of the police. */
const EARLIEST_YEAR = 1949;

function fault(part: string, zh: string, en: string): Parsed<never> {
  return refused(`POLICE_CASE_NUMBER_${part}`, { zh, en }, POLICE_CASE_NUMBER_ACCEPTED);
}
