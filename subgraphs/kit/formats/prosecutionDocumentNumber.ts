import { shanghaiDay } from './day.ts';
import { type Parsed, parsed, refused } from './fault.ts';
import { normaliseCode } from './typedText.ts';

/** A prosecutors' document number: `沈检刑诉〔2023〕12号`. */
export interface ProsecutionDocumentNumber {
  number: string;
  /** Short name of the procuratorate's place: 沈, 沈和. */
  office: string;
  /** Department and kind of document: 刑诉, 刑不诉, 控申救. */
  kind: string;
  year: number;
  serial: number;
}

/** Named groups that a pattern must have. Brackets are already 〔〕 when it is applied. Z marks numbers of the national case system. */
export const PROSECUTION_DOCUMENT_NUMBER_PATTERN =
  /^(?<office>\p{Script=Han}{1,8}?)检(?<kind>\p{Script=Han}{1,12})〔(?<year>(?:19|20)\d{2})〕Z?(?<serial>[1-9]\d{0,5})号$/u;

export const PROSECUTION_DOCUMENT_NUMBER_ACCEPTED = {
  zh: '检察文书编号：院简称、检、部门和文种、〔年份〕、序号和号，例如 沈检刑诉〔2023〕12号',
  en: 'a prosecution document number: place, 检, department and kind, 〔year〕, serial, 号, such as 沈检刑诉〔2023〕12号',
};

/**
 * Reads a prosecutors' document number by a pattern with the named groups office, kind, year and serial (places differ, so
 * it is configurable), normalised (typedText.ts); brackets of every kind round the year become 〔〕, leading zeros of the serial and 第 before it are dropped.
 * Faults, each naming a part: PROSECUTION_DOCUMENT_NUMBER_YEAR, _SERIAL, _SUFFIX (之一), _OFFICE, and PROSECUTION_DOCUMENT_NUMBER_FORMAT for all else.
 * Throws an Error when the pattern matches without one of the groups.
 */
export function parseProsecutionDocumentNumber(
  text: string,
  pattern: RegExp = PROSECUTION_DOCUMENT_NUMBER_PATTERN,
): Parsed<ProsecutionDocumentNumber> {
  const number = normaliseCode(text)
    .replace(/[[({<〔【〖〈《「](\d+)[\])}>〕】〗〉》」]/u, '〔$1〕')
    .replace(/〕第?(Z?)0*(?=\d)/u, '〕$1');
  const match = number.match(pattern);
  if (!match) return wrongPart(number);
  const { office, kind, year, serial } = match.groups ?? {};
  if (!office || !kind || !year || !serial) {
    throw new Error(`prosecution document pattern ${pattern} needs the groups office, kind, year and serial`);
  }
  if (Number(year) > Number(shanghaiDay(new Date()).slice(0, 4))) return wrongYear();
  return parsed({ number, office, kind, year: Number(year), serial: Number(serial) });
}

/** What does not fit the usual pattern. */
function wrongPart(number: string): Parsed<never> {
  if (!/〔(?:19|20)\d{2}〕/u.test(number)) return wrongYear();
  if (/之[一二三四五六七八九十\d]+号?$|\d-\d+号$/u.test(number)) {
    return fault(
      'SUFFIX',
      '“之一”等不是文书编号的一部分，请去掉',
      'a suffix such as 之一 is not part of the number: leave it out',
    );
  }
  if (!/〕Z?[1-9]\d{0,5}号$/u.test(number)) {
    return fault(
      'SERIAL',
      '编号末尾应为序号（1 至 6 位数字，大于零）和“号”',
      'the number must end with the serial (1 to 6 digits, above zero) and 号',
    );
  }
  if (!/^\p{Script=Han}{1,8}?检\p{Script=Han}{1,12}〔/u.test(number)) {
    return fault(
      'OFFICE',
      '年份前应为院简称、“检”、部门和文种，例如 沈检刑诉',
      'before the year stand the place, 检, department and kind of document, such as 沈检刑诉',
    );
  }
  return fault('FORMAT', '检察文书编号的格式不正确', 'the prosecution document number does not have the right form');
}

function wrongYear(): Parsed<never> {
  return fault(
    'YEAR',
    '检察文书编号中应有括号内的四位年份，且不晚于今年',
    'the number needs its year in brackets, four digits and not in the future',
  );
}

function fault(part: string, zh: string, en: string): Parsed<never> {
  return refused(`PROSECUTION_DOCUMENT_NUMBER_${part}`, { zh, en }, PROSECUTION_DOCUMENT_NUMBER_ACCEPTED);
}
