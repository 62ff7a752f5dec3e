import { AGENCY_CODES, type AgencyCode } from '../agencies.ts';
import type { Rows } from '../database/rows.ts';
import type { Place } from '../places/places.ts';
import type { Random } from '../world/random.ts';

export type CaseKind = 'CRIMINAL' | 'PUBLIC_SECURITY' | 'CIVIL' | 'ADMINISTRATIVE';
export type CaseStage = 'INVESTIGATION' | 'PROSECUTION' | 'TRIAL' | 'MEDIATION' | 'EXECUTION' | 'CLOSED';

/** A case of the register while its story is being written. */
export interface RegisteredCase {
  id: string;
  kind: CaseKind;
  place: Place;
  openedAt: Date;
  /** All numbers, the first one first. */
  numbers: { number: string; agency: AgencyCode; at: Date }[];
  agencies: Set<AgencyCode>;
  stages: { stage: CaseStage; agency: AgencyCode; at: Date }[];
  /** When the court sealed its juvenile record; null where it did not. */
  sealedAt: Date | null;
}

export interface Register {
  open(kind: CaseKind, place: Place, at: Date, id?: string): RegisteredCase;
  number(registered: RegisteredCase, number: string, agency: AgencyCode, at: Date): void;
  stage(registered: RegisteredCase, stage: CaseStage, agency: AgencyCode, at: Date): void;
  cases(): readonly RegisteredCase[];
  /** Writes the rows, once nothing more happens to the cases. */
  close(): void;
}

export function createRegister(rows: Rows, random: Random): Register {
  const cases: RegisteredCase[] = [];
  return {
    open(kind, place, at, id = random.uuid(at)) {
      const registered = {
        id,
        kind,
        place,
        openedAt: at,
        numbers: [],
        agencies: new Set<AgencyCode>(),
        stages: [],
        sealedAt: null,
      };
      cases.push(registered);
      return registered;
    },
    number({ numbers, agencies }, number, agency, at) {
      numbers.push({ number, agency, at });
      agencies.add(agency);
    },
    stage({ stages, agencies }, stage, agency, at) {
      stages.push({ stage, agency, at });
      agencies.add(agency);
    },
    cases: () => cases,
    close() {
      for (const registered of cases) addCase(rows, registered);
    },
  };
}

function addCase(rows: Rows, registered: RegisteredCase): void {
  const { id, kind, place, openedAt, numbers, agencies, stages, sealedAt } = registered;
  const [first] = numbers;
  const last = stages.at(-1);
  if (!first || !last) throw new Error(`The case ${id} has no number or no stage.`);
  rows.add('HUB', 'cases', {
    id,
    number: first.number,
    kind,
    stage: last.stage,
    region_code: place.code,
    opened_at: openedAt,
  });
  if (sealedAt) {
    const seal = { case_id: id, sealed_for: ['COURTS'] };
    rows.add('HUB', 'sealed_cases', { ...seal, sealed_at: sealedAt });
    for (const agency of AGENCY_CODES) if (agency !== 'HUB') rows.add(agency, 'case_seals', { ...seal, sequence: 0 });
  }
  for (const { number, agency, at } of numbers)
    rows.add('HUB', 'case_numbers', { number, case_id: id, agency, given_at: at });
  for (const agency of agencies) rows.add('HUB', 'case_agencies', { case_id: id, agency });
  for (const { stage, agency, at } of stages) rows.add('HUB', 'case_stages', { case_id: id, stage, agency, at });
}
