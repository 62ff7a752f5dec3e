import type { EnvelopeHeader } from '../../subgraphs/kit/referrals/envelope.ts';
import type { AgencyCode } from '../agencies.ts';
import type { Rows } from '../database/rows.ts';
import type { Person } from '../people/persons.ts';
import { type Job, type Laws, type Life, type LifeEvent, live, type PlannedStep } from './referralLife.ts';
import type { RegisteredCase } from './register.ts';

export interface PlannedReferral {
  kind: string;
  from: AgencyCode;
  to: AgencyCode;
  subjectId: string;
  registered: RegisteredCase;
  persons: readonly Person[];
  parent: Referral | null;
  steps: readonly PlannedStep[];
  /** Not delivered: sealed for its receiver, among the dead letters, and unknown to the receiver as yet. */
  isDeadLetter?: boolean;
}

export interface Referral {
  id: string;
  life: Life;
  hops: number;
  /** Who has sent in the line that ends here. */
  senders: readonly AgencyCode[];
}

/** A message for the ledger, before it is signed. */
export interface Message {
  header: Omit<EnvelopeHeader, 'bodyDigest'>;
  body: object;
  status: string;
  recordedAt: Date;
  deliverTo: readonly AgencyCode[];
  isDeadLetter: boolean;
}

export interface Referrals {
  /** Writes what both sides and the exchange hold of it, but for the ledger's own rows. */
  add(plan: PlannedReferral): Referral;
  messages: readonly Message[];
  jobs: readonly Job[];
  count(): number;
}

export function createReferrals(rows: Rows, laws: Laws): Referrals {
  const { random, now } = laws;
  const messages: Message[] = [];
  const jobs: Job[] = [];
  let count = 0;
  return {
    messages,
    jobs,
    count: () => count,
    add(plan) {
      const { from, to, parent, registered } = plan;
      const id = random.uuid(plan.steps[0]?.at ?? now);
      const life = live(laws, { id, kind: plan.kind }, plan.steps);
      const hops = parent ? parent.hops + 1 : 0;
      const left = parent?.senders ?? [];
      const header = headerOf(plan, id);
      let recordedAt = 0;
      for (const event of life.events) {
        recordedAt = Math.min(Math.max(recordedAt + 1, event.at.getTime() + random.int(15, 400)), now.getTime());
        const sender = event.by === 'HUB' ? 'HUB' : event.by === 'SENDER' ? from : to;
        const receiver = event.by === 'RECEIVER' ? from : to;
        const message: Message = {
          header: { ...header, ...movesOf(event), id: random.uuid(event.at), from: sender, to: receiver },
          body: event.body,
          status: event.status,
          recordedAt: new Date(recordedAt),
          deliverTo: event.by === 'HUB' ? [from, to] : [receiver],
          isDeadLetter: plan.isDeadLetter ?? false,
        };
        messages.push(message);
        addEvent(rows, plan, message);
      }
      addSides(rows, plan, id, life);
      rows.add('HUB', 'referrals', {
        id,
        kind: plan.kind,
        from_agency: from,
        to_agency: to,
        status: life.status,
        version: life.version,
        region_code: registered.place.code,
        case_id: registered.id,
        person_tokens: header.persons,
        subject_id: plan.subjectId,
        parent_id: parent?.id ?? null,
        hops,
        return_loop: left.includes(to),
        sent_at: life.sentAt,
        ended_at: life.endedAt,
      });
      for (const deadline of life.deadlines)
        rows.add('HUB', 'referral_deadlines', { ...deadline, pauses: JSON.stringify(deadline.pauses) });
      jobs.push(...life.jobs);
      registered.agencies.add(from).add(to);
      count += 1;
      return { id, life, hops, senders: [...left, from] };
    },
  };
}

function headerOf(plan: PlannedReferral, id: string) {
  return {
    id: '',
    referral: id,
    kind: plan.kind,
    action: '',
    from: '',
    to: '',
    version: null,
    case: plan.registered.id,
    persons: plan.persons.map((person) => person.token),
    region: plan.registered.place.code,
    parent: plan.parent?.id ?? null,
    subject: plan.subjectId,
    reason: null,
    note: null,
    actor: { username: '', role: '' },
    at: '',
  };
}

function movesOf({ action, version, reason, note, actor, at }: LifeEvent) {
  return { action, version, reason: reason?.code ?? null, note, actor, at: at.toISOString() };
}

/** The event as each side that knows of it keeps it. */
function addEvent(rows: Rows, plan: PlannedReferral, { header, status, isDeadLetter }: Message): void {
  const row = {
    envelope_id: header.id,
    referral_id: header.referral,
    action: header.action,
    status,
    version: header.version,
    agency: header.from,
    username: header.actor.username,
    role: header.actor.role,
    reason_code: header.reason,
    note: header.note,
    at: header.at,
  };
  rows.add(plan.from, 'referral_events', row);
  if (isDeadLetter) return;
  rows.add(plan.to, 'referral_events', row);
}

function addSides(rows: Rows, plan: PlannedReferral, id: string, life: Life): void {
  const side = (party: 'SENDER' | 'RECEIVER', counterpart: AgencyCode) => {
    const given = life.events.findLast(({ reason }) => reason)?.reason;
    return {
      id,
      kind: plan.kind,
      party,
      counterpart,
      subject_id: plan.subjectId,
      case_id: plan.registered.id,
      person_tokens: plan.persons.map((person) => person.token),
      region_code: plan.registered.place.code,
      parent_id: plan.parent?.id ?? null,
      status: life.status,
      version: life.version,
      reason_code: given?.code ?? null,
      reason_text: given?.text ?? null,
      updated_at: life.events.at(-1)?.at ?? life.sentAt,
    };
  };
  rows.add(plan.from, 'referrals', side('SENDER', plan.to));
  if (!plan.isDeadLetter) rows.add(plan.to, 'referrals', side('RECEIVER', plan.from));
}
