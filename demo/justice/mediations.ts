import type { RegisteredCase } from '../exchange/register.ts';
import type { Person } from '../people/persons.ts';
import type { Place } from '../places/places.ts';
import type { World } from '../world/world.ts';
import type { OrganisationKind } from './organisations.ts';

const HOUR_MS = 3_600_000;
/** What parties agree in writing, without names. */
export const AGREEMENT = '双方互谅互让，自愿达成协议；约定的款项一次性付清，今后互不追究。';

export interface Mediation {
  id: string;
  number: string;
  acceptedAt: Date;
  assignedAt: Date;
  /** As it ends, though perhaps only later than now. */
  outcome: 'AGREED' | 'FAILED' | 'WITHDRAWN';
  concludedAt: Date;
}

export interface PlannedMediation {
  place: Place;
  registered: RegisteredCase | null;
  source: string;
  dispute: string;
  organisation: OrganisationKind;
  /** The applicant first. */
  parties: readonly Person[];
  acceptedAt: Date;
  outcome?: Mediation['outcome'];
}

/** A mediation as far as it has come by now: assigned as a rule within 24 hours, ended as a rule within 30 days. */
export function addMediation(world: World, plan: PlannedMediation): Mediation {
  const { random, calendar, rows, numbers, secrets } = world;
  const { place, acceptedAt } = plan;
  const assignedAt = new Date(
    acceptedAt.getTime() + (random.chance(0.93) ? random.int(1, 22) : random.int(25, 50)) * HOUR_MS,
  );
  const concludedAt = calendar.after(assignedAt, 2, random.chance(0.9) ? 24 : 45);
  const outcome =
    plan.outcome ??
    random.weighted([
      ['AGREED', 76],
      ['FAILED', 19],
      ['WITHDRAWN', 5],
    ] as const);
  const id = random.uuid(acceptedAt);
  const isAssigned = calendar.isPast(assignedAt);
  const isConcluded = calendar.isPast(concludedAt);
  const organisation = place.organisations[plan.organisation];
  const begun = calendar.isPast(new Date(assignedAt.getTime() + 24 * HOUR_MS));
  const number = numbers.document(`${place.short}调`, acceptedAt);
  rows.add('JUSTICE', 'mediations', {
    id,
    number,
    source: plan.source,
    dispute_kind: plan.dispute,
    status: isConcluded ? outcome : begun ? 'IN_PROGRESS' : isAssigned ? 'ASSIGNED' : 'ACCEPTED',
    region_code: place.code,
    organisation_id: isAssigned ? organisation.id : null,
    mediator_id: isAssigned ? random.pick(organisation.mediatorIds) : null,
    accepted_at: acceptedAt,
    assigned_at: isAssigned ? assignedAt : null,
    concluded_at: isConcluded ? concludedAt : null,
    agreement_amount:
      isConcluded && outcome === 'AGREED' && random.chance(0.7) ? `${random.int(3, 600) * 100}.00` : null,
    agreement_sealed: isConcluded && outcome === 'AGREED' ? secrets.seal('JUSTICE', AGREEMENT) : null,
    case_id: plan.registered?.id ?? null,
  });
  for (const [index, person] of plan.parties.entries()) {
    rows.add('JUSTICE', 'mediation_parties', { mediation_id: id, position: index + 1, person_token: person.token });
  }
  plan.registered?.agencies.add('JUSTICE');
  return { id, number, acceptedAt, assignedAt, outcome, concludedAt };
}
