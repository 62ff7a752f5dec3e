import { COURT_CASE_NUMBER_ACCEPTED, parseCourtCaseNumber } from './courtCaseNumber.ts';
import { type Parsed, parsed, refused } from './fault.ts';
import { POLICE_CASE_NUMBER_ACCEPTED, parsePoliceCaseNumber } from './policeCaseNumber.ts';
import { PROSECUTION_DOCUMENT_NUMBER_ACCEPTED, parseProsecutionDocumentNumber } from './prosecutionDocumentNumber.ts';

/** The number of one case in whichever of the three agencies of criminal and civil procedure handles it. */
export interface CaseNumber {
  /** In the canonical form of its kind. */
  number: string;
  kind: 'POLICE' | 'PROSECUTION' | 'COURT';
}

const FORMS = [POLICE_CASE_NUMBER_ACCEPTED, PROSECUTION_DOCUMENT_NUMBER_ACCEPTED, COURT_CASE_NUMBER_ACCEPTED];

/** Reads a police, prosecution or court number, whichever it is. Fault: CASE_NUMBER_FORMAT, with the three forms in its words. */
export function parseCaseNumber(text: string): Parsed<CaseNumber> {
  const police = parsePoliceCaseNumber(text);
  if (police.ok) return parsed({ number: police.value.number, kind: 'POLICE' });
  const prosecution = parseProsecutionDocumentNumber(text);
  if (prosecution.ok) return parsed({ number: prosecution.value.number, kind: 'PROSECUTION' });
  const court = parseCourtCaseNumber(text);
  if (court.ok) return parsed({ number: court.value.number, kind: 'COURT' });
  return refused(
    'CASE_NUMBER_FORMAT',
    { zh: '案号的格式不正确', en: 'the case number has none of the accepted forms' },
    { zh: FORMS.map((form) => form.zh).join('；'), en: FORMS.map((form) => form.en).join('; or ') },
  );
}
