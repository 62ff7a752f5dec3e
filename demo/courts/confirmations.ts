import { shanghaiDay } from '../../subgraphs/kit/formats/day.ts';
import type { RegisteredCase } from '../exchange/register.ts';
import type { World } from '../world/world.ts';

/** A mediated agreement before the court. */
export interface Confirmation {
  registered: RegisteredCase;
  mediationId: string;
  appliedAt: Date;
  acceptedAt: Date;
  /** Perhaps only later than now. */
  ruledAt: Date;
}

/** A judicial confirmation 司法确认, as far as it has come by now: one in twenty is rejected. */
export function addConfirmation(world: World, confirmation: Confirmation): void {
  const { random, calendar, rows, numbers, register } = world;
  const { registered, mediationId, appliedAt, acceptedAt, ruledAt } = confirmation;
  const number = numbers.court(registered.place.court, '民特', acceptedAt);
  register.number(registered, number, 'COURTS', acceptedAt);
  const isRuled = calendar.isPast(ruledAt);
  rows.add('COURTS', 'judicial_confirmations', {
    id: random.uuid(acceptedAt),
    number,
    mediation_id: mediationId,
    status: !isRuled ? 'ACCEPTED' : random.chance(0.95) ? 'CONFIRMED' : 'REJECTED',
    applied_on: shanghaiDay(appliedAt),
    ruled_on: isRuled ? shanghaiDay(ruledAt) : null,
    region_code: registered.place.code,
    case_id: registered.id,
  });
}
