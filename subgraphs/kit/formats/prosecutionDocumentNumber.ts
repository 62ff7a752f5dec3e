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

/** Named groups that a pattern must have. Brackets are already 〔〕 when it is applied. */
export const PROSECUTION_DOCUMENT_NUMBER_PATTERN =
  /^(?<office>\p{Script=Han}{1,8}?)检(?<kind>\p{Script=Han}{1,12})〔(?<year>(?:19|20)\d{2})〕(?<serial>[1-9]\d{0,5})号$/u;

export const PROSECUTION_DOCUMENT_NUMBER_ACCEPTED = {
  zh: '检察文书编号：院简称、检、部门和文种、〔年份〕、序号和号，例如 沈检刑诉〔2023〕12号',
  en: 'a prosecution document number: place, 检, department and kind, 〔year〕, serial, 号, such as 沈检刑诉〔2023〕12号',
};

/**
 * Reads a prosecutors' document number by a pattern with the named groups office, kind, year and serial (places differ, so
 * it is configurable). Blanks are dropped; square, round and full-width brackets round the year become 〔〕.
 * Fault: PROSECUTION_DOCUMENT_NUMBER_FORMAT. Throws an Error when the pattern matches without one of the groups.
 */
export function parseProsecutionDocumentNumber(
  text: string,
  pattern: RegExp = PROSECUTION_DOCUMENT_NUMBER_PATTERN,
): Parsed<ProsecutionDocumentNumber> {
  const number = normaliseCode(text).replace(/[[(〔【](\d{4})[\])〕】]/, '〔$1〕');
  const match = number.match(pattern);
  if (!match) {
    return refused(
      'PROSECUTION_DOCUMENT_NUMBER_FORMAT',
      { zh: '检察文书编号的格式不正确', en: 'the prosecution document number does not have the right form' },
      PROSECUTION_DOCUMENT_NUMBER_ACCEPTED,
    );
  }
  const { office, kind, year, serial } = match.groups ?? {};
  if (!office || !kind || !year || !serial) {
    throw new Error(`prosecution document pattern ${pattern} needs the groups office, kind, year and serial`);
  }
  return parsed({ number, office, kind, year: Number(year), serial: Number(serial) });
}
