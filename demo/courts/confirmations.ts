import { shanghaiDay } from '../../subgraphs/kit/formats/day.ts';
import type { Referral } from '../exchange/referrals.ts';
import type { RegisteredCase } from '../exchange/register.ts';
import { AGREEMENT, type Mediation } from '../justice/mediations.ts';
import type { Person } from '../people/persons.ts';
import type { World } from '../world/world.ts';

/** A mediated agreement before the court. */
export interface Confirmation {
  registered: RegisteredCase;
  mediation: Mediation;
  persons: readonly Person[];
  /** By which it came; null where it came on paper. */
  referral: Referral | null;
  appliedAt: Date;
  acceptedAt: Date;
  /** Perhaps only later than now. */
  ruledAt: Date;
}

const DOCUMENTS = ['调解协议书', '双方身份证明', '司法确认申请书'];
const REASON = '协议内容不明确，无法执行。';

/** A judicial confirmation 司法确认 at the court and at the justice bureau, as far as it has come by now: one in twenty is rejected. */
export function addConfirmation(world: World, confirmation: Confirmation): void {
  const { random, calendar, rows, numbers, register, secrets } = world;
  const { registered, mediation, persons, referral, appliedAt, acceptedAt, ruledAt } = confirmation;
  const isAccepted = calendar.isPast(acceptedAt);
  // Before its acceptance the court knows of it by the hub alone.
  if (!isAccepted && !referral) return;
  const number = isAccepted ? numbers.court(registered.place.court, '民特', acceptedAt) : null;
  if (number !== null) register.number(registered, number, 'COURTS', acceptedAt);
  const isRuled = calendar.isPast(ruledAt);
  const id = random.uuid(isAccepted ? acceptedAt : appliedAt);
  const ruling = !isRuled ? null : random.chance(0.95) ? 'CONFIRMED' : 'REJECTED';
  const ruledOn = isRuled ? shanghaiDay(ruledAt) : null;
  const reason = ruling === 'REJECTED' ? REASON : null;
  rows.add('COURTS', 'judicial_confirmations', {
    id,
    number,
    mediation_id: mediation.id,
    status: ruling ?? (isAccepted ? 'ACCEPTED' : 'APPLIED'),
    applied_on: shanghaiDay(appliedAt),
    accepted_on: isAccepted ? shanghaiDay(acceptedAt) : null,
    ruled_on: ruledOn,
    reason,
    region_code: registered.place.code,
    case_id: registered.id,
    referral_id: referral?.id ?? null,
    mediation_number: referral && mediation.number,
    agreed_on: referral && shanghaiDay(mediation.concludedAt),
    agreement_sealed: referral && secrets.seal('COURTS', AGREEMENT),
    documents: referral ? DOCUMENTS : [],
    applicant_tokens: persons.map(({ token }) => token),
  });
  if (!referral) return;
  rows.add('JUSTICE', 'confirmation_applications', {
    id,
    mediation_id: mediation.id,
    referral_id: referral.id,
    applied_on: shanghaiDay(appliedAt),
    documents: DOCUMENTS,
    number,
    confirmed: ruling && ruling === 'CONFIRMED',
    ruled_on: ruledOn,
    reason,
  });
}
