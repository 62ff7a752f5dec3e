import { type CaseNumber, parseCaseNumber } from '../../kit/formats/caseNumber.ts';
import { parseCourtCaseNumber } from '../../kit/formats/courtCaseNumber.ts';
import type { CaseKind } from '../generated/resolvers.ts';

const GIVEN_BY: Readonly<Record<CaseNumber['kind'], string>> = {
  POLICE: 'POLICE',
  PROSECUTION: 'PROSECUTORS',
  COURT: 'COURTS',
};

/** The agency that gives numbers of this form. @throws for a number that the scalar CaseNumber would not have let in */
export function numberAgency(number: string): string {
  return GIVEN_BY[parsed(number).kind];
}

/** What the type in a court's number begins with, for the kinds that it tells; 执, 赔, 诉前调 and others are of any kind. */
const COURT_KINDS: Readonly<Record<string, CaseKind>> = { 刑: 'CRIMINAL', 民: 'CIVIL', 行: 'ADMINISTRATIVE' };

/** Whether a case of this kind can bear the number: courts say it in the type, and public-security cases are the police's alone. */
export function numberFitsKind(number: string, kind: CaseKind): boolean {
  if (parsed(number).kind !== 'COURT') return kind !== 'PUBLIC_SECURITY' || numberAgency(number) === 'POLICE';
  const court = parseCourtCaseNumber(number);
  const told = court.ok ? COURT_KINDS[court.value.type.charAt(0)] : undefined;
  return kind !== 'PUBLIC_SECURITY' && (told === undefined || told === kind);
}

function parsed(number: string): CaseNumber {
  const read = parseCaseNumber(number);
  if (!read.ok) throw new Error(`Not a case number: ${read.fault.code}.`);
  return read.value;
}
