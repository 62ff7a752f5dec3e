import type { Knex } from 'knex';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { AgencyKeys } from '../crypto/keys.ts';
import { addJob } from '../database/jobs.ts';
import type { OutgoingEnvelopeRow, ReferralEventRow, ReferralRow } from '../generated/rows.ts';
import type { ReferralStatus } from '../generated/schema.ts';
import { lockRecord } from '../lockRecord.ts';
import { transitionConflict } from '../problems/problem.ts';
import type { Viewer } from '../viewer.ts';
import type { MessageBodies } from './bodies.ts';
import { type EnvelopeHeader, sealEnvelope, signSealed } from './envelope.ts';
import { recordEvent } from './events.ts';
import { forgetBody, keptBody, newOnward, sendOnward, type Target } from './onward.ts';
import { type GivenReason, requireReason } from './reasons.ts';
import { isTransition, type ReferralAction, type ReferralRules } from './rules.ts';
import { sendRefusal } from './sendRefusal.ts';
import { type Actor, actorOf, type ReferralSide, SYSTEM, toSide } from './side.ts';

export interface NewReferral {
  kind: string;
  to: string;
  subjectId: string;
  caseId: string | null;
  personTokens: string[];
  regionCode: string;
  parentId: string | null;
}

export interface Transition {
  action: string;
  actor: Actor;
  /** The version that the actor has seen; left out where the system acts. */
  expectedVersion?: number;
  reason?: GivenReason;
  /** What the receiver of the message reads; encrypted for it. */
  body?: unknown;
}

/**
 * What an agency does to its side of its referrals. Each verb works in the caller's transaction: the side's row, its
 * event, the sealed envelope and the job that sends it commit together with the caller's own rows.
 */
export interface ReferralSides {
  byId(tx: Knex, id: string): Promise<ReferralSide | null>;
  /** The side, its row locked until the transaction ends. */
  lock(tx: Knex.Transaction, id: string): Promise<ReferralSide | null>;
  /** The referral of one of the agency's own records, or of the sender's record that it received; the newest first. */
  ofSubject(tx: Knex, subjectId: string): Promise<ReferralSide | null>;
  /** Whether the exchange has recorded all that the side holds of a referral. */
  isConfirmed(tx: Knex, id: string): Promise<boolean>;
  /** @throws Problem where the kind does not allow it, by rules and by permissions; nothing is written then */
  send(tx: Knex.Transaction, referral: NewReferral, viewer: Viewer, body: unknown): Promise<ReferralSide>;
  /** @throws Problem where version, status, or reason do not allow it */
  transition(tx: Knex.Transaction, id: string, transition: Transition): Promise<ReferralSide>;
  /** Ends the referral here and sends what was received on, by one transaction. @throws Problem */
  referOnward(tx: Knex.Transaction, id: string, to: Target, step: { actor: Actor; reason: GivenReason }): Promise<void>;
  /**
   * Does steps of ours again that the ledger put behind one of theirs, in their order, as far as they can still be done: with new
   * versions, the bodies as they were sealed. Nothing where the rules no longer allow it, or the system did it.
   */
  repeatOvertaken(tx: Knex.Transaction, id: string, version: number): Promise<void>;
  /** A message that changes no status: a step that the other side should see. Nothing where the referral takes none any more. */
  note(tx: Knex.Transaction, id: string, note: string, actor: Actor, body?: unknown): Promise<void>;
}

/** Whether the database refused a second open referral of one record and kind. */
function isSecondOpen(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.constraint === 'one_open_referral';
}

/** Whether another referral of the side's record and kind is open at this agency. */
export async function hasOtherOpen(
  tx: Knex,
  rules: ReferralRules,
  { id, kind, party, subjectId }: Pick<ReferralSide, 'id' | 'kind' | 'party' | 'subjectId'>,
): Promise<boolean> {
  const other = await tx<ReferralRow>('referrals')
    .where({ subjectId, kind, party, orphaned: false })
    .whereNot({ id })
    .whereIn('status', [...rules.openStatuses])
    .first('id');
  return other !== undefined;
}

export function createReferralSides(
  agency: string,
  keys: AgencyKeys,
  rules: ReferralRules,
  bodies: MessageBodies,
): ReferralSides {
  const post = async (
    tx: Knex.Transaction,
    side: ReferralSide,
    message: {
      action: string;
      version: number | null;
      actor: Actor;
      reason: string | null;
      reasonText?: string | null;
      note: string | null;
      /** What is sealed for the receiver, or what was sealed before. */
      body: unknown;
      sealed?: string;
    },
  ) => {
    const header: Omit<EnvelopeHeader, 'bodyDigest'> = {
      id: uuidv7(),
      referral: side.id,
      kind: side.kind,
      action: message.action,
      from: agency,
      to: side.counterpart,
      version: message.version,
      case: side.caseId,
      persons: side.personTokens,
      region: side.handledIn,
      parent: side.parentId,
      subject: side.subjectId,
      reason: message.reason,
      note: message.note,
      actor: message.actor,
      at: new Date().toISOString(),
    };
    const body = message.body ?? {};
    if (message.sealed === undefined) bodies.check(side.kind, message.action, body);
    const envelope =
      message.sealed !== undefined
        ? await signSealed(header, message.sealed, keys)
        : await sealEnvelope(header, body, keys);
    await recordEvent(tx, header, side, message.reasonText);
    await tx('outgoingEnvelopes').insert({
      id: header.id,
      referralId: side.id,
      version: message.version,
      action: message.action,
      toAgency: side.counterpart,
      jws: envelope.jws,
      jwe: envelope.jwe,
    });
    await addJob(tx, 'send-envelope', { envelopeId: header.id });
  };

  const lock = async (tx: Knex.Transaction, id: string): Promise<ReferralSide | null> => {
    if (!(await lockRecord(tx, 'referrals', id))) return null;
    return toSide(existing(await tx<ReferralRow>('referrals').where({ id }).first()));
  };

  const transition: ReferralSides['transition'] = async (tx, id, { action, actor, expectedVersion, reason, body }) => {
    const side = await lock(tx, id);
    if (!side) throw new Error(`No side of the referral ${id}.`);
    const rule = rules.action(action);
    const kind = rules.kind(side.kind);
    if (!rule || !kind) throw new Error(`No rule for ${action} of ${side.kind}.`);
    if (expectedVersion !== undefined && expectedVersion !== side.version)
      throw transitionConflict('VERSION_CONFLICT', side);
    if (!isPossible(rules, rule, side)) throw transitionConflict('STATUS_CONFLICT', side);
    const reopens = rule.to !== null && rules.isOpen(rule.to) && !rules.isOpen(side.status);
    if (reopens && (await hasOtherOpen(tx, rules, side))) throw transitionConflict('REFERRAL_OPEN', side);
    const given = rule.reason
      ? requireReason(rules, side.kind, action, reason)
      : rule.answers !== null && rule.to !== null
        ? await reasonOf(tx, id, rule.answers)
        : null;
    const next = rules.next(rule, side);
    const counts = isTransition(rule);
    const version = counts ? side.version + 1 : side.version;
    const [changed] = await tx<ReferralRow>('referrals')
      .where({ id })
      .update({
        status: next.status as ReferralStatus,
        openRequest: next.openRequest,
        version,
        updatedAt: new Date(),
        ...(rule.to !== null && { reasonCode: given?.code ?? null, reasonText: given?.text ?? null }),
      })
      .returning('*');
    const after = toSide(existing(changed));
    // An end that loses to the sender's request may be taken back; only of these it can be referred onward afterwards.
    if (!rules.isOpen(after.status) && action !== 'REFER_ONWARD') await forgetBody(tx, id);
    await post(tx, after, {
      action,
      version: counts ? version : null,
      actor,
      reason: given?.code ?? null,
      reasonText: given?.text ?? null,
      note: null,
      body: { ...(body as object | undefined), ...(given?.text && { reasonText: given.text }) },
    });
    return after;
  };

  return {
    async byId(tx, id) {
      const row = await tx<ReferralRow>('referrals').where({ id }).first();
      return row ? toSide(row) : null;
    },
    lock,
    async ofSubject(tx, subjectId) {
      const row = await tx<ReferralRow>('referrals').where({ subjectId }).orderBy('id', 'desc').first();
      return row ? toSide(row) : null;
    },
    async isConfirmed(tx, id) {
      const underWay = await tx('outgoingEnvelopes')
        .where({ referralId: id, state: 'SUBMITTED' })
        .whereNotNull('version')
        .first('id');
      return underWay === undefined;
    },
    async send(tx, referral, viewer, body) {
      const refusal = sendRefusal(agency, referral, viewer, { rules, keys });
      if (refusal) throw refusal;
      const [row] = await tx<ReferralRow>('referrals')
        .insert({
          id: uuidv7(),
          kind: referral.kind,
          party: 'SENDER',
          counterpart: referral.to,
          subjectId: referral.subjectId,
          caseId: referral.caseId,
          personTokens: referral.personTokens,
          regionCode: referral.regionCode,
          parentId: referral.parentId,
          status: 'SENT',
          version: 1,
        })
        .returning('*')
        .catch((error: unknown) => {
          throw isSecondOpen(error) ? transitionConflict('REFERRAL_OPEN', { status: 'SENT', version: 1 }) : error;
        });
      const side = toSide(existing(row));
      await post(tx, side, { action: 'SEND', version: 1, actor: actorOf(viewer), reason: null, note: null, body });
      return side;
    },
    transition,
    async referOnward(tx, id, to, { actor, reason }) {
      const body = await keptBody(tx, keys.fieldCipher, id);
      const onward = newOnward(to);
      const side = await transition(tx, id, { action: 'REFER_ONWARD', actor, reason, body: { onward } });
      await sendOnward(tx, side, { onward, body, agency, actor, keys });
    },
    async note(tx, id, note, actor, body) {
      const side = await lock(tx, id);
      const rule = rules.action('NOTE');
      if (!side || !rule) throw new Error(`No side of the referral ${id}.`);
      if (!rules.allows(rule, side.party, side)) return;
      await post(tx, side, { action: 'NOTE', version: null, actor, reason: null, note, body });
    },
    async repeatOvertaken(tx, id, version) {
      const overtaken: OvertakenEvent[] = await tx('referralEvents')
        .join('outgoingEnvelopes', 'outgoingEnvelopes.id', 'referralEvents.envelopeId')
        .where({
          'referralEvents.referralId': id,
          'referralEvents.superseded': true,
          'referralEvents.repeated': false,
        })
        .where('referralEvents.version', '>=', version)
        .orderBy('referralEvents.version')
        .select('referralEvents.*', 'outgoingEnvelopes.jwe');
      for (const event of overtaken) {
        await tx('referralEvents').where({ envelopeId: event.envelopeId }).update({ repeated: true });
        if (event.role !== SYSTEM.role) await repeat(tx, id, event);
      }
    },
  };

  async function repeat(tx: Knex.Transaction, id: string, event: OvertakenEvent): Promise<void> {
    const row = existing(await tx<ReferralRow>('referrals').where({ id }).first());
    // What was sent onward with it was called back: people decide anew.
    if (event.action === 'REFER_ONWARD') return;
    const rule = rules.action(event.action);
    const side = toSide(row);
    if (!rule || !isTransition(rule) || !isPossible(rules, rule, side)) return;
    const next = rules.next(rule, side);
    const version = row.version + 1;
    const [changed] = await tx<ReferralRow>('referrals')
      .where({ id })
      .update({
        status: next.status as ReferralStatus,
        openRequest: next.openRequest,
        version,
        updatedAt: new Date(),
        ...(rule.to !== null && { reasonCode: event.reasonCode, reasonText: event.reasonText }),
      })
      .returning('*');
    await post(tx, toSide(existing(changed)), {
      action: event.action,
      version,
      actor: { username: event.username, role: event.role },
      reason: event.reasonCode,
      reasonText: event.reasonText,
      note: null,
      body: null,
      sealed: event.jwe,
    });
  }
}

type OvertakenEvent = ReferralEventRow & Pick<OutgoingEnvelopeRow, 'jwe'>;

/** A row that is locked, or was just written. */
function existing(row: ReferralRow | undefined): ReferralRow {
  if (row === undefined) throw new Error('The side of a referral is gone.');
  return row;
}

/** Whether the rules and the side allow an action now: people cannot act on an orphan. */
export function isPossible(rules: ReferralRules, action: ReferralAction, side: ReferralSide): boolean {
  return rules.allows(action, side.party, side) && (!side.orphaned || action.automatic);
}

/** The reason that was given with a request: it is the reason of what the request leads to. */
async function reasonOf(
  tx: Knex,
  referralId: string,
  request: string,
): Promise<{ code: string; text: string | null } | null> {
  const event = await tx<ReferralEventRow>('referralEvents')
    .where({ referralId, action: request, superseded: false })
    .orderBy('at', 'desc')
    .first('reasonCode', 'reasonText');
  return event?.reasonCode ? { code: event.reasonCode, text: event.reasonText } : null;
}
