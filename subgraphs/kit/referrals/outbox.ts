import type { Knex } from 'knex';
import { addJob } from '../database/jobs.ts';
import { HUB } from '../exchange/hub.ts';
import type { OutgoingEnvelopeRow, ReferralEventRow, ReferralRow } from '../generated/rows.ts';
import type { Logger } from '../server/logger.ts';
import { forgetBody } from './onward.ts';
import { postMessage } from './post.ts';
import { nextSending } from './retry.ts';
import type { ReferralRules } from './rules.ts';

export interface Outbox {
  /** Sends one envelope of the outbox to the exchange, and takes its answer into the agency's rows. Safe to run twice. */
  send(envelopeId: string): Promise<void>;
}

export interface OutboxParts {
  db: Knex;
  exchangeUrl: string;
  log: Logger;
  rules: ReferralRules;
  /** What is undone in the agency's own rows when the exchange refuses a message. */
  refused: (tx: Knex.Transaction, referral: ReferralRow, action: string) => Promise<void>;
}

/** The exchange's own refusals, which are final; anything else (unreachable, too early, a proxy's word) is tried again. */
const FINAL = [409, 422];

export function createOutbox({ db, exchangeUrl, log, ...parts }: OutboxParts): Outbox {
  return {
    async send(envelopeId) {
      const envelope = await db<OutgoingEnvelopeRow>('outgoingEnvelopes').where({ id: envelopeId }).first();
      if (envelope?.state !== 'SUBMITTED') return;
      const answer = await postMessage(
        `${exchangeUrl}/envelopes`,
        { jws: envelope.jws, jwe: envelope.jwe },
        envelopeId,
      );
      if (answer.status === 202) {
        await db('outgoingEnvelopes')
          .where({ id: envelopeId, state: 'SUBMITTED' })
          .update({ state: 'RELAYED', relayedAt: new Date() });
        // Sent onward: the exchange has it, and this agency has no use for the body that it received.
        if (envelope.action === 'SEND') await forgetBody(db, envelope.referralId);
      } else if (!FINAL.includes(answer.status) || !answer.body.code) {
        await retryLater(db, envelope, answer.body.code ?? `HTTP_${answer.status}`, log);
      } else {
        log.warn(
          { envelopeId, referral: envelope.referralId, action: envelope.action, code: answer.body.code },
          'envelope refused',
        );
        await db.transaction((tx) => takeRefusal(tx, envelope, answer.body.code ?? `HTTP_${answer.status}`, parts));
      }
    },
  };
}

async function retryLater(db: Knex, envelope: OutgoingEnvelopeRow, code: string, log: Logger): Promise<void> {
  const attempts = envelope.attempts + 1;
  const runAt = nextSending(attempts, new Date());
  await db.transaction(async (tx) => {
    // Another run of the same job may have been answered meanwhile.
    const waiting = await tx('outgoingEnvelopes')
      .where({ id: envelope.id, state: 'SUBMITTED' })
      .update({ attempts, lastError: code });
    if (waiting > 0) await addJob(tx, 'send-envelope', { envelopeId: envelope.id }, { runAt });
  });
  log.info({ envelopeId: envelope.id, attempts, code, again: runAt }, 'envelope will be sent again');
}

/**
 * The exchange refused: the other side was first, or the message breaks a rule. A refused transition is taken back, so
 * that the side holds what the ledger holds: the status and version before it (what the other side did arrives by itself).
 */
async function takeRefusal(
  tx: Knex.Transaction,
  envelope: OutgoingEnvelopeRow,
  code: string,
  parts: Pick<OutboxParts, 'rules' | 'refused'>,
): Promise<void> {
  const side = await tx<ReferralRow>('referrals').where({ id: envelope.referralId }).forUpdate().first();
  const [changed] = await tx('outgoingEnvelopes')
    .where({ id: envelope.id, state: 'SUBMITTED' })
    .update({ state: 'REFUSED', lastError: code })
    .returning('id');
  // What is sent onward is no step of this side: the one before it stands in the ledger.
  const isOnward = envelope.action === 'SEND' && side?.party === 'RECEIVER';
  if (!changed || !side || envelope.version === null || isOnward) return;
  await supersede(tx, side, envelope.version, parts);
}

/** Takes back the side's own transitions from a version on; nothing where none is in effect. */
export async function supersede(
  tx: Knex.Transaction,
  side: ReferralRow,
  fromVersion: number,
  { rules, refused }: Pick<OutboxParts, 'rules' | 'refused'>,
): Promise<void> {
  const undone = await tx<ReferralEventRow>('referralEvents')
    .where({ referralId: side.id, superseded: false })
    .where('version', '>=', fromVersion)
    .whereNotIn('agency', [side.counterpart, HUB])
    .update({ superseded: true })
    .returning(['action', 'version']);
  if (undone.length === 0) return;
  const left = await tx<ReferralEventRow>('referralEvents')
    .where({ referralId: side.id, superseded: false })
    .whereNotNull('version')
    .orderBy('version', 'desc');
  const [last] = left;
  const ofStatus = left.find(({ action }) => rules.action(action)?.to);
  await tx('outgoingEnvelopes')
    .where({ referralId: side.id, state: 'SUBMITTED' })
    .where('version', '>=', fromVersion)
    .update({ state: 'REFUSED' });
  if (last)
    await tx('referrals')
      .where({ id: side.id })
      .update({
        status: last.status,
        version: last.version,
        openRequest: last.openRequest,
        updatedAt: new Date(),
        reasonCode: ofStatus?.reasonCode ?? null,
        reasonText: ofStatus?.reasonText ?? null,
      });
  for (const { action } of undone) await refused(tx, side, action);
}
