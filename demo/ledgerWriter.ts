import { createHash } from 'node:crypto';
import { canonical, chainHash, toEntry } from '../subgraphs/exchange/relay/ledger.ts';
import type { AgencyKeys } from '../subgraphs/kit/crypto/keys.ts';
import { type Envelope, type EnvelopeHeader, sealEnvelope } from '../subgraphs/kit/referrals/envelope.ts';
import { RETRY_SECONDS } from '../subgraphs/kit/referrals/retry.ts';
import type { Message } from './referrals.ts';
import type { Row } from './rows.ts';
import type { Signer } from './signing.ts';
import { type KeyRing, keysOf } from './secrets.ts';

/** The ledger with all that hangs on it. */
export interface WrittenLedger {
  ledger: Row[];
  deliveries: Row[];
  /** The sender's side of the envelopes that were not delivered. */
  outgoing: { agency: string; row: Row }[];
  head: { seq: number; hash: string };
}

/** Signatures at once: enough for the thread pool, few enough for the progress to move. */
const BATCH = 250;

/**
 * Signs the messages as their senders would have and chains them in the order of time. The exchange drops the body of what
 * is delivered, so for these the signed digest is that of the invented body's JSON, and there is no encrypted one; what is not
 * delivered is sealed for its receiver in full.
 */
export async function writeLedger(messages: readonly Message[], keys: KeyRing, onSigned: (count: number) => void = () => {}): Promise<WrittenLedger> {
  const ordered = messages.toSorted((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
  const written: WrittenLedger = { ledger: [], deliveries: [], outgoing: [], head: { seq: 0, hash: '' } };
  for (let from = 0; from < ordered.length; from += BATCH) {
    const batch = ordered.slice(from, from + BATCH);
    const sealed = await Promise.all(batch.map((message) => seal(message, keysOf(keys, message.header.from))));
    for (const [index, message] of batch.entries()) append(written, message, sealed[index] as Sealed);
    onSigned(Math.min(from + BATCH, ordered.length));
  }
  return written;
}

type Sealed = Envelope & { header: EnvelopeHeader };

async function seal({ header, body, isDeadLetter }: Message, keys: AgencyKeys): Promise<Sealed> {
  if (isDeadLetter) {
    const envelope = await sealEnvelope(header, body, keys);
    return { ...envelope, header: { ...header, bodyDigest: digestOf(envelope.jwe) } };
  }
  const whole = { ...header, bodyDigest: digestOf(header.from === 'HUB' ? '' : JSON.stringify(body)) };
  return { header: whole, jwe: '', jws: await signCompact(whole, keys.signing) };
}

function append(written: WrittenLedger, message: Message, { header, jws, jwe }: Sealed): void {
  const { status, recordedAt, deliverTo, isDeadLetter } = message;
  const entry = toEntry({ header, status, recordedAt, jws });
  const seq = written.head.seq + 1;
  const hash = chainHash(written.head.hash, seq, canonical(entry));
  written.ledger.push({ seq, ...entry, prev_hash: written.head.hash, hash });
  written.head = { seq, hash };
  for (const to of deliverTo) {
    written.deliveries.push({
      envelope_id: header.id,
      to_agency: to,
      referral_id: header.referral,
      seq,
      ...(isDeadLetter ? givenUp(recordedAt, jwe) : { jwe: null, state: 'DELIVERED', attempts: 0, last_error: null, finished_at: new Date(recordedAt.getTime() + 40) }),
    });
  }
  if (isDeadLetter) {
    written.outgoing.push({
      agency: header.from,
      row: {
        id: header.id,
        referral_id: header.referral,
        version: header.version,
        action: header.action,
        to_agency: header.to,
        jws,
        jwe,
        state: 'RELAYED',
        attempts: 0,
        last_error: null,
        created_at: header.at,
        relayed_at: recordedAt,
      },
    });
  }
}

/** After all retries; the receiver could not be reached. */
function givenUp(recordedAt: Date, jwe: string) {
  const triedFor = RETRY_SECONDS.reduce((sum, seconds) => sum + seconds, 0) * 1_000;
  return { jwe, state: 'UNDELIVERABLE', attempts: RETRY_SECONDS.length + 1, last_error: 'ECONNREFUSED', finished_at: new Date(recordedAt.getTime() + triedFor) };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
