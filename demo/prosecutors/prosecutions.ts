import { shanghaiDay } from '../../subgraphs/kit/formats/day.ts';
import type { RegisteredCase } from '../exchange/register.ts';
import type { Person } from '../people/persons.ts';
import type { World } from '../world/world.ts';

/** A case of the prosecutors as it stands. */
export interface Prosecution {
  registered: RegisteredCase;
  charge: string;
  victims: readonly Person[];
  suspects: readonly Person[];
  receivedAt: Date;
  decidedAt: Date | null;
  status: 'ARREST_REVIEW' | 'PROSECUTION_REVIEW' | 'INDICTED' | 'NOT_PROSECUTED';
}

const DOCUMENTS = {
  ARREST_REVIEW: '刑捕',
  PROSECUTION_REVIEW: '刑诉',
  INDICTED: '刑诉',
  NOT_PROSECUTED: '刑不诉',
} as const;

/** Gives its id. */
export function addProsecution({ random, rows, numbers, register }: World, prosecution: Prosecution): string {
  const { registered, charge, victims, suspects, receivedAt, decidedAt, status } = prosecution;
  const id = random.uuid(receivedAt);
  const number = numbers.prosecution(registered.place.short, DOCUMENTS[status], receivedAt);
  register.number(registered, number, 'PROSECUTORS', receivedAt);
  rows.add('PROSECUTORS', 'prosecution_cases', {
    id,
    number,
    case_id: registered.id,
    region_code: registered.place.code,
    charge,
    status,
    received_on: shanghaiDay(receivedAt),
    decided_on: decidedAt && shanghaiDay(decidedAt),
  });
  const party = (role: string) => (person: Person) =>
    rows.add('PROSECUTORS', 'prosecution_parties', { prosecution_case_id: id, person_token: person.token, role });
  victims.forEach(party('VICTIM'));
  suspects.forEach(party('SUSPECT'));
  return id;
}
