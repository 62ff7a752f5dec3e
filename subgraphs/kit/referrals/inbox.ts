import type { Knex } from 'knex';
import { z } from 'zod';
import type { AgencyKeys } from '../crypto/keys.ts';
import type { Receive } from '../definition.ts';
import { HUB } from '../exchange/hub.ts';
import type { ReferralRow } from '../generated/rows.ts';
import type { ReferralStatus } from '../generated/schema.ts';
import type { Logger } from '../server/logger.ts';
import type { MessageContracts } from './bodies.ts';
import { type Envelope, EnvelopeFault, type EnvelopeHeader, openBody, verifyEnvelope } from './envelope.ts';
import { recordEvent } from './events.ts';
import { followOnward, forgetBody, keepBody } from './onward.ts';
import { supersede } from './outbox.ts';
import { verifyStamp } from './relayStamp.ts';
import type { Party, ReferralRules } from './rules.ts';
import { SYSTEM, toSide } from './side.ts';
import { hasOtherOpen, type ReferralSides } from './sides.ts';

/** A referral cannot go on to that agency. */
class UnfitTarget extends Error {}

export interface InboxParts {
  agency: string;
  db: Knex;
  keys: AgencyKeys;
  rules: ReferralRules;
  sides: ReferralSides;
  log: Logger;
  contracts: Pick<MessageContracts, 'step' | 'referOnward'>;
  receives: (kind: string, action: string) => Receive | undefined;
  refused: (tx: Knex.Transaction, referral: ReferralRow, action: string) => Promise<void>;
}

/** What the exchange is told of a delivery: 200 applied (or applied before), 425 not in order yet, 422 refused for good. */
export interface Receipt {
  status: 200 | 425 | 422;
  code?: string;
}

export interface Inbox {
  /** Applies a delivered envelope once, in one transaction with the agency's own rows. */
  receive(delivery: Envelope & { stamp: string }): Promise<Receipt>;
}

export function createInbox(parts: InboxParts): Inbox {
  const { agency, db, keys, log } = parts;
  return {
    async receive(delivery) {
      let header: EnvelopeHeader;
      let body: unknown;
      try {
        header = await verifyEnvelope(delivery, keys);
        const stamp = await verifyStamp(delivery.stamp, keys);
        if (stamp?.envelope !== header.id || stamp.to !== agency) return { status: 422, code: 'NOT_RELAYED' };
        if (header.to !== agency && header.from !== HUB) return { status: 422, code: 'WRONG_RECEIVER' };
        // A notice of the hub's own has no body: what it says is all in its header.
        body = header.from === HUB ? {} : await openBody(delivery, keys);
      } catch (error) {
        if (!(error instanceof EnvelopeFault)) throw error;
        log.warn({ code: error.code }, 'delivery refused');
        return { status: 422, code: error.code };
      }
      try {
        return await db.transaction((tx) => apply(tx, parts, header, body));
      } catch (error) {
        // A body that is not what this kind carries will not be so at the next try either.
        if (!(error instanceof z.ZodError) && !(error instanceof UnfitTarget)) throw error;
        log.warn({ code: 'MALFORMED_BODY', envelopeId: header.id, kind: header.kind }, 'delivery refused');
        return { status: 422, code: 'MALFORMED_BODY' };
      }
    },
  };
}

async function apply(tx: Knex.Transaction, parts: InboxParts, header: EnvelopeHeader, body: unknown): Promise<Receipt> {
  const first = await tx('inbox')
    .insert({ envelopeId: header.id })
    .onConflict('envelopeId')
    .ignore()
    .returning('envelopeId');
  if (first.length === 0) return { status: 200 };
  const taken = header.action === 'SEND' ? await open(tx, parts, header, body) : await advance(tx, parts, header, body);
  if (!taken) {
    await tx('inbox').where({ envelopeId: header.id }).delete();
    return { status: 425, code: 'OUT_OF_ORDER' };
  }
  await parts.receives(header.kind, header.action)?.(
    tx,
    { header, body },
    { cipher: parts.keys.fieldCipher, personTokens: parts.keys.personTokens, referrals: parts.sides },
  );
  if (header.action === 'SEND') await parts.sides.transition(tx, header.referral, { action: 'RECEIVE', actor: SYSTEM });
  else if (header.version !== null) await parts.sides.repeatOvertaken(tx, header.referral, header.version);
  return { status: 200 };
}

/** A new referral: the receiver's side begins. */
async function open(tx: Knex.Transaction, parts: InboxParts, header: EnvelopeHeader, body: unknown): Promise<boolean> {
  await tx('referrals').insert({
    id: header.referral,
    kind: header.kind,
    party: 'RECEIVER',
    counterpart: header.onBehalfOf ?? header.from,
    subjectId: header.subject,
    caseId: header.case,
    personTokens: header.persons,
    regionCode: header.region,
    parentId: header.parent,
    status: 'SENT',
    version: 1,
  });
  await keepBody(tx, parts.keys.fieldCipher, header.referral, body);
  await recordEvent(tx, header, { status: 'SENT', openRequest: null });
  return true;
}

/** The other side's (or the hub's) next step. False where a step before it has not arrived yet. */
async function advance(
  tx: Knex.Transaction,
  parts: InboxParts,
  header: EnvelopeHeader,
  body: unknown,
): Promise<boolean> {
  let side = await tx<ReferralRow>('referrals').where({ id: header.referral }).forUpdate().first();
  if (!side) return false;
  const words = parts.contracts.step.safeParse(body).data?.reasonText ?? null;
  const rule = parts.rules.action(header.action);
  if (header.version === null) {
    const state = rule ? parts.rules.next(rule, toSide(side)) : toSide(side);
    // Requests of the version before this one carry no version.
    if (rule?.request) await tx('referrals').where({ id: side.id }).update({ openRequest: state.openRequest });
    await recordEvent(tx, header, state, words);
    return true;
  }
  if (!(await comesNext(tx, parts.rules, side, header, header.version))) return false;
  // A step of ours with the same version lost the race to the ledger: theirs stands there, ours will be refused.
  if (header.version <= side.version) {
    await supersede(tx, side, header.version, parts);
    side = await tx<ReferralRow>('referrals').where({ id: header.referral }).first();
    if (!side) return false;
  }
  const state = rule ? parts.rules.next(rule, toSide(side)) : toSide(side);
  const status = state.status as ReferralStatus;
  const reopens = parts.rules.isOpen(status) && !parts.rules.isOpen(side.status);
  await tx('referrals')
    .where({ id: side.id })
    .update({
      status,
      openRequest: state.openRequest,
      // A message is never refused for what stands beside it: of two open referrals the one that came back is withdrawn.
      ...(reopens && side.party === 'SENDER' && { orphaned: await hasOtherOpen(tx, parts.rules, toSide(side)) }),
      version: header.version,
      updatedAt: new Date(),
      ...(rule?.to && { reasonCode: header.reason, reasonText: words }),
    });
  if (!parts.rules.isOpen(status)) await forgetBody(tx, side.id);
  await recordEvent(tx, header, state, words);
  if (header.action === 'REFER_ONWARD') {
    const { onward } = parts.contracts.referOnward.parse(body);
    if (!onward) return true;
    // The exchange cannot read the body: who sees the referral must not hang on what its receiver writes there.
    const isTarget = parts.rules.kind(side.kind)?.to.includes(onward.to) && parts.keys.knowsAgency(onward.to);
    if (!isTarget) throw new UnfitTarget();
    await followOnward(tx, toSide(side), { onward, header });
  }
  return true;
}

/**
 * Whether a step may be applied now: the one after the last that surely stands in the ledger; or the one after ours that
 * is still on its way there, where it can only follow ours. Anything else waits for the step before it.
 */
async function comesNext(
  tx: Knex.Transaction,
  rules: ReferralRules,
  side: ReferralRow,
  header: EnvelopeHeader,
  version: number,
): Promise<boolean> {
  const rule = rules.action(header.action);
  const theirs: Party = header.from === HUB ? 'HUB' : side.party === 'SENDER' ? 'RECEIVER' : 'SENDER';
  if (version === side.version + 1 && rule && rules.allows(rule, theirs, toSide(side))) return true;
  const confirmed = await tx('referralEvents')
    .leftJoin('outgoingEnvelopes', 'outgoingEnvelopes.id', 'referralEvents.envelopeId')
    .where({ 'referralEvents.referralId': side.id, 'referralEvents.superseded': false })
    .where((sure) => sure.whereNull('outgoingEnvelopes.id').orWhere('outgoingEnvelopes.state', 'RELAYED'))
    .max({ version: 'referralEvents.version' })
    .first();
  return version <= Number(confirmed?.version ?? 0) + 1;
}
