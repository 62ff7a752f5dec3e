import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { FieldCipher } from '../crypto/fieldCipher.ts';
import type { AgencyKeys } from '../crypto/keys.ts';
import { addJob } from '../database/jobs.ts';
import type { ReceivedBodyRow } from '../generated/rows.ts';
import { invalidInput } from '../problems/problem.ts';
import type { Onward } from './bodies.ts';
import { type EnvelopeHeader, sealEnvelope } from './envelope.ts';
import { recordEvent } from './events.ts';
import type { ReferralKind } from './rules.ts';
import { unknownReceiver } from './sendRefusal.ts';
import type { Actor, ReferralSide } from './side.ts';

/** Where a referral goes on. */
export interface Target {
  agency: string;
  region: string;
}

/** The next receiver: another agency of the kind's, or the same agency in another region. @throws Problem */
export function requireTarget(
  kind: ReferralKind,
  here: Target,
  { toAgency, toRegion }: { toAgency?: string | null; toRegion?: string | null },
  knowsAgency: (code: string) => boolean,
): Target {
  const target = { agency: toAgency ?? here.agency, region: toRegion ?? here.region };
  if (!kind.to.includes(target.agency) || !knowsAgency(target.agency)) throw unknownReceiver(kind, target.agency);
  if (target.agency !== here.agency || target.region !== here.region) return target;
  throw invalidInput(
    ['toRegion'],
    {
      code: 'RECEIVER_IS_SENDER',
      message: { zh: '移送已在该机关该地区。', en: 'The referral is with that agency in that region already.' },
      accepted: { zh: '另一机关，或本机关的另一地区', en: 'another agency, or another region of the same' },
    },
    target.region,
  );
}

/** Keeps what was sent, for as long as it can be referred onward. */
export async function keepBody(tx: Knex, cipher: FieldCipher, referralId: string, body: unknown): Promise<void> {
  await tx('receivedBodies').insert({ referralId, bodySealed: cipher.seal(JSON.stringify(body)) });
}

export async function forgetBody(tx: Knex, referralId: string): Promise<void> {
  await tx('receivedBodies').where({ referralId }).delete();
}

/** What was sent with a referral. @throws Problem where it arrived before bodies were kept */
export async function keptBody(tx: Knex, cipher: FieldCipher, referralId: string): Promise<unknown> {
  const row = await tx<ReceivedBodyRow>('receivedBodies').where({ referralId }).first('bodySealed');
  if (row) return JSON.parse(cipher.open(row.bodySealed));
  throw invalidInput(['action'], {
    code: 'BODY_NOT_KEPT',
    message: {
      zh: '此移送的内容未留存，不能转送。',
      en: 'What was sent with this referral was not kept.',
    },
    accepted: { zh: '退回 RETURN', en: 'RETURN, so that it is sent anew' },
  });
}

/**
 * Sends what was received on to its next receiver, on behalf of its sender, who stays the sender of the new referral. The exchange takes
 * it once it has taken the end of the old one; until then the version of that step keeps the two together in the outbox.
 */
export async function sendOnward(
  tx: Knex.Transaction,
  side: ReferralSide,
  {
    onward,
    body,
    agency,
    actor,
    keys,
  }: { onward: Onward; body: unknown; agency: string; actor: Actor; keys: AgencyKeys },
): Promise<void> {
  const header: Omit<EnvelopeHeader, 'bodyDigest'> = {
    id: onward.envelope,
    referral: onward.referral,
    kind: side.kind,
    action: 'SEND',
    from: agency,
    to: onward.to,
    version: 1,
    case: side.caseId,
    persons: side.personTokens,
    region: onward.region,
    onBehalfOf: side.counterpart,
    parent: side.id,
    subject: side.subjectId,
    reason: null,
    note: null,
    actor,
    at: new Date().toISOString(),
  };
  const envelope = await sealEnvelope(header, body, keys);
  await tx('outgoingEnvelopes').insert({
    id: header.id,
    referralId: side.id,
    version: side.version,
    action: header.action,
    toAgency: header.to,
    jws: envelope.jws,
    jwe: envelope.jwe,
  });
  await addJob(tx, 'send-envelope', { envelopeId: header.id });
}

export function newOnward({ agency, region }: Target): Onward {
  return { referral: uuidv7(), envelope: uuidv7(), to: agency, region };
}

/** At the sender: its side of the referral that goes on in the place of one that was referred onward. Its own people keep seeing it. */
export async function followOnward(
  tx: Knex.Transaction,
  side: ReferralSide,
  { onward, header }: { onward: Onward; header: EnvelopeHeader },
): Promise<void> {
  await tx('referrals').insert({
    id: onward.referral,
    kind: side.kind,
    party: side.party,
    counterpart: onward.to,
    subjectId: side.subjectId,
    caseId: side.caseId,
    personTokens: side.personTokens,
    regionCode: side.regionCode,
    handledIn: onward.region,
    parentId: side.id,
    status: 'SENT',
    version: 1,
  });
  const sent = { ...header, id: onward.envelope, referral: onward.referral, action: 'SEND', version: 1, reason: null };
  await recordEvent(tx, sent, { status: 'SENT', openRequest: null });
}
