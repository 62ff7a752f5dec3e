import { canonical, chainHash, toEntry } from '../../subgraphs/exchange/relay/ledger/ledger.ts';
import {
  type Envelope,
  type EnvelopeHeader,
  sealEnvelope,
  signHeader,
} from '../../subgraphs/kit/referrals/envelope.ts';
import { RETRY_SECONDS } from '../../subgraphs/kit/referrals/retry.ts';
import type { Row } from '../database/rows.ts';
import { type KeyRing, keysOf } from '../world/secrets.ts';
import type { Message } from './referrals.ts';

/** Entries of the ledger that follow each other, with all that hangs on them. */
export interface LedgerPart {
  ledger: Row[];
  deliveries: Row[];
  /** The sender's side of the envelopes that were not delivered. */
  outgoing: { agency: string; row: Row }[];
  /** The newest entry. */
  head: { seq: number; hash: string };
}

/** Entries in one part: few enough for the database to begin early and for the progress to move. */
const PART = 2_000;
/** Parts that are being signed while one is taken. */
const AHEAD = 3;

/**
 * Signs the messages as their senders would have and chains them in the order of time; while a part is taken, the next
 * ones are being signed. The exchange drops the body of what is delivered, so for these the signed digest is that of the invented
 * body's JSON, and there is no encrypted one; what is not delivered is sealed for its receiver in full.
 */
export async function* writeLedger(messages: readonly Message[], keys: KeyRing): AsyncGenerator<LedgerPart> {
  const ordered = messages.toSorted((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
  const sealPart = (from: number) =>
    Promise.all(ordered.slice(from, from + PART).map((message) => seal(message, keys)));
  let head = { seq: 0, hash: '' };
  const ahead: Promise<Sealed[]>[] = [];
  for (let from = 0, asked = 0; from < ordered.length; from += PART) {
    for (; ahead.length < AHEAD && asked < ordered.length; asked += PART) ahead.push(sealPart(asked));
    const sealed = (await ahead.shift()) ?? [];
    const part: LedgerPart = { ledger: [], deliveries: [], outgoing: [], head };
    for (const [index, each] of sealed.entries()) append(part, ordered[from + index] as Message, each);
    head = part.head;
    yield part;
  }
}

type Sealed = Envelope & { header: EnvelopeHeader };

async function seal({ header, body, isDeadLetter }: Message, ring: KeyRing): Promise<Sealed> {
  const keys = keysOf(ring, header.from);
  if (isDeadLetter) {
    const envelope = await sealEnvelope(header, body, keys);
    return { ...envelope, header: { ...header, bodyDigest: keys.digest(envelope.jwe) } };
  }
  const whole = { ...header, bodyDigest: keys.digest(header.from === 'HUB' ? '' : JSON.stringify(body)) };
  return { header: whole, jwe: '', jws: await signHeader(whole, keys) };
}

function append(part: LedgerPart, message: Message, { header, jws, jwe }: Sealed): void {
  const { status, recordedAt, deliverTo, isDeadLetter } = message;
  const entry = toEntry({ header, status, recordedAt, jws });
  const seq = part.head.seq + 1;
  const hash = chainHash(part.head.hash, seq, canonical(entry));
  part.ledger.push({ seq, ...entry, prevHash: part.head.hash, hash });
  part.head = { seq, hash };
  for (const to of deliverTo) {
    part.deliveries.push({
      envelope_id: header.id,
      to_agency: to,
      referral_id: header.referral,
      seq,
      ...(isDeadLetter
        ? givenUp(recordedAt, jwe)
        : {
            jwe: null,
            state: 'DELIVERED',
            attempts: 0,
            last_error: null,
            finished_at: new Date(recordedAt.getTime() + 40),
          }),
    });
  }
  if (isDeadLetter) {
    part.outgoing.push({
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
  return {
    jwe,
    state: 'UNDELIVERABLE',
    attempts: RETRY_SECONDS.length + 1,
    last_error: 'ECONNREFUSED',
    finished_at: new Date(recordedAt.getTime() + triedFor),
  };
}
