import { SYSTEM } from '../../subgraphs/kit/referrals/side.ts';
import type { AgencyCode } from '../agencies.ts';
import type { Person } from '../people/persons.ts';
import type { World } from '../world/world.ts';
import type { PlannedStep } from './referralLife.ts';
import type { Referral } from './referrals.ts';
import type { RegisteredCase } from './register.ts';

export interface Handover {
  kind: string;
  from: AgencyCode;
  to: AgencyCode;
  subjectId: string;
  registered: RegisteredCase;
  persons: readonly Person[];
  parent?: Referral | null;
  sentAt: Date;
  acceptedAt: Date;
  /** Left out where the receiver concludes without a step between. */
  startedAt?: Date;
  concludedAt?: Date;
  acknowledgedAt?: Date;
  /** In place of acceptance: the receiver sends it back. */
  returned?: { at: Date; code: string };
}

/** Whether both agencies have people for the place, and the kind ran through the hub then. */
export function runsThroughHub(world: World, from: AgencyCode, to: AgencyCode, region: string, at: Date): boolean {
  const { calendar, users } = world;
  return at >= calendar.hubSince && users.find(from, region) !== null && users.find(to, region) !== null;
}

/** A referral of one agency's record to another, as far as it has come by now; null where it went on paper. */
export function handOver(world: World, handover: Handover): Referral | null {
  const { users, calendar, random, referrals } = world;
  const { kind, from, to, registered, persons, subjectId, parent = null } = handover;
  const region = registered.place.code;
  if (!runsThroughHub(world, from, to, region, handover.sentAt)) return null;
  const sender = users.of(from, region);
  const receiver = users.of(to, region);
  const received = new Date(handover.sentAt.getTime() + random.int(900, 5_000));
  const steps: PlannedStep[] = [
    { action: 'SEND', at: handover.sentAt, by: 'SENDER', actor: sender, body: { invented: kind } },
    { action: 'RECEIVE', at: received, by: 'RECEIVER', actor: SYSTEM },
  ];
  const act = (action: string, at: Date | undefined, by: PlannedStep['by'], more: Partial<PlannedStep> = {}) => {
    if (at) steps.push({ action, at, by, actor: by === 'SENDER' ? sender : receiver, ...more });
  };
  if (handover.returned) {
    act('RETURN', handover.returned.at, 'RECEIVER', { reason: { code: handover.returned.code, text: null } });
  } else {
    act('ACCEPT', handover.acceptedAt, 'RECEIVER');
    act('START', handover.startedAt, 'RECEIVER');
    act('CONCLUDE', handover.concludedAt, 'RECEIVER', { body: { invented: kind } });
    if (handover.concludedAt) act('ACKNOWLEDGE', handover.acknowledgedAt, 'SENDER');
  }
  const firstToCome = steps.findIndex((step) => !calendar.isPast(step.at));
  const happened = firstToCome < 0 ? steps : steps.slice(0, Math.max(firstToCome, 2));
  return referrals.add({ kind, from, to, subjectId, registered, persons, parent, steps: happened });
}
