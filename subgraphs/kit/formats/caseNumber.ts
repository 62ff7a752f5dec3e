import { COURT_CASE_NUMBER_ACCEPTED, parseCourtCaseNumber } from './courtCaseNumber.ts';
import { type Parsed, parsed, refused } from './fault.ts';
import { POLICE_CASE_NUMBER_ACCEPTED, parsePoliceCaseNumber } from './policeCaseNumber.ts';
import { PROSECUTION_DOCUMENT_NUMBER_ACCEPTED, parseProsecutionDocumentNumber } from './prosecutionDocumentNumber.ts';
import { normaliseCode } from './typedText.ts';

/** The number of one case in whichever of the three agencies of criminal and civil procedure handles it. */
export interface CaseNumber {
  /** In the canonical form of its kind. */
  number: string;
  kind: 'POLICE' | 'PROSECUTION' | 'COURT';
}

const FORMS = [POLICE_CASE_NUMBER_ACCEPTED, PROSECUTION_DOCUMENT_NUMBER_ACCEPTED, COURT_CASE_NUMBER_ACCEPTED];

/** By what a number of each kind is recognised, whatever is wrong in it: 检 before a bracket, the letter and digits of the police, a year or 号. */
const KINDS: readonly {
  kind: CaseNumber['kind'];
  looksLike: RegExp;
  parse: (text: string) => Parsed<{ number: string }>;
}[] = [
  {
    kind: 'PROSECUTION',
    looksLike: /^\p{Script=Han}*检\p{Script=Han}*[^\p{Script=Han}]/u,
    parse: parseProsecutionDocumentNumber,
  },
  { kind: 'POLICE', looksLike: /^[A-Z]\d{6,}$|^\d{20,}$/i, parse: parsePoliceCaseNumber },
  {
    kind: 'COURT',
    looksLike: /^[^\p{L}\p{N}]\d|^\d{2,4}.?\p{Script=Han}.*\d|字第?\d|\d号/u,
    parse: parseCourtCaseNumber,
  },
];

/**
 * Reads a police, prosecution or court number, whichever it is. Where the kind can be recognised, the fault is that of the kind and names the
 * part that is wrong; else it is CASE_NUMBER_FORMAT, with the three forms in its words.
 */
export function parseCaseNumber(text: string): Parsed<CaseNumber> {
  const code = normaliseCode(text);
  const recognised = KINDS.find(({ looksLike }) => looksLike.test(code));
  if (!recognised) {
    return refused(
      'CASE_NUMBER_FORMAT',
      { zh: '这不是公安、检察或法院的案号', en: 'this is not a case number of police, prosecutors or courts' },
      { zh: FORMS.map((form) => form.zh).join('；'), en: FORMS.map((form) => form.en).join('; or ') },
    );
  }
  const number = recognised.parse(code);
  return number.ok ? parsed({ number: number.value.number, kind: recognised.kind }) : number;
}
