import { createHash } from 'node:crypto';
import { CompactEncrypt, CompactSign, compactDecrypt, compactVerify, decodeProtectedHeader } from 'jose';
import { z } from 'zod';
import type { AgencyKeys } from '../crypto/keys.ts';

/**
 * An envelope is a header that the sender has signed (JWS, ES256) and a body that only the receiver can open
 * (JWE, ECDH-ES with A256GCM). The header names the body's digest, so that the signature holds for both, and stays
 * provable after the exchange has dropped a delivered body.
 */
export interface Envelope {
  jws: string;
  jwe: string;
}

const uuid = z.uuid();
const code = z.string().regex(/^[A-Z][A-Z0-9_]{1,63}$/);

const headerShape = z.strictObject({
  id: uuid,
  referral: uuid,
  kind: code,
  action: code,
  from: code,
  to: code,
  /** The referral's version after this transition; null for what is none (a note). */
  version: z.int().positive().nullable(),
  case: uuid.nullable(),
  /** Tokens of the persons it is about. */
  persons: z.array(z.string().regex(/^[A-Za-z0-9_-]{43}$/)).max(50),
  region: z.string().regex(/^\d{6,12}$/),
  /** The referral that this one came from. */
  parent: uuid.nullable(),
  /** The sender's own record that is referred. */
  subject: uuid,
  reason: code.nullable(),
  note: code.nullable(),
  actor: z.strictObject({ username: z.string().max(200), role: z.string().max(50) }),
  at: z.iso.datetime(),
  bodyDigest: z.string(),
});

export type EnvelopeHeader = z.infer<typeof headerShape>;

/** Why an envelope cannot be taken; never quotes what it carried. */
export class EnvelopeFault extends Error {
  readonly code: 'MALFORMED' | 'UNKNOWN_SENDER' | 'BAD_SIGNATURE' | 'UNKNOWN_RECEIVER' | 'UNREADABLE_BODY';
  constructor(code: EnvelopeFault['code']) {
    super(code);
    this.name = 'EnvelopeFault';
    this.code = code;
  }
}

const bytes = new TextEncoder();

/** Encrypts the body for the receiver and signs the header. @throws EnvelopeFault UNKNOWN_RECEIVER */
export async function sealEnvelope(
  header: Omit<EnvelopeHeader, 'bodyDigest'>,
  body: unknown,
  keys: AgencyKeys,
): Promise<Envelope> {
  const recipient = keys.encryptionFor(header.to);
  if (!recipient) throw new EnvelopeFault('UNKNOWN_RECEIVER');
  const jwe = await new CompactEncrypt(bytes.encode(JSON.stringify(body)))
    .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM', kid: header.to })
    .encrypt(recipient);
  return signSealed(header, jwe, keys);
}

/** Signs a header for a body that is sealed for the receiver already. */
export async function signSealed(
  header: Omit<EnvelopeHeader, 'bodyDigest'>,
  jwe: string,
  keys: AgencyKeys,
): Promise<Envelope> {
  return { jws: await signHeader({ ...header, bodyDigest: digestOf(jwe) }, keys), jwe };
}

async function signHeader(header: EnvelopeHeader, keys: AgencyKeys): Promise<string> {
  return new CompactSign(bytes.encode(JSON.stringify(header)))
    .setProtectedHeader({ alg: 'ES256', kid: header.from, typ: 'casegraph-envelope' })
    .sign(keys.signing);
}

/** A notice of the hub's own: a signed header without a body. */
export async function signNotice(
  header: Omit<EnvelopeHeader, 'bodyDigest'>,
  keys: AgencyKeys,
): Promise<{ header: EnvelopeHeader; jws: string }> {
  const signed = { ...header, bodyDigest: digestOf('') };
  return { header: signed, jws: await signHeader(signed, keys) };
}

/** The header, once its form, its sender's signature and the body's digest are checked. @throws EnvelopeFault */
export async function verifyEnvelope(envelope: Envelope, keys: AgencyKeys): Promise<EnvelopeHeader> {
  const sender = claimedSender(envelope.jws);
  if (!sender) throw new EnvelopeFault('MALFORMED');
  const key = keys.verificationOf(sender);
  if (!key) throw new EnvelopeFault('UNKNOWN_SENDER');
  let payload: Uint8Array;
  try {
    payload = (await compactVerify(envelope.jws, key, { algorithms: ['ES256'] })).payload;
  } catch {
    throw new EnvelopeFault('BAD_SIGNATURE');
  }
  const header = headerShape.safeParse(parseJson(payload));
  if (!header.success) throw new EnvelopeFault('MALFORMED');
  if (header.data.from !== sender || header.data.bodyDigest !== digestOf(envelope.jwe))
    throw new EnvelopeFault('BAD_SIGNATURE');
  return header.data;
}

/** Undefined for what is no JSON. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** The body, opened with the receiver's key. @throws EnvelopeFault UNREADABLE_BODY */
export async function openBody(envelope: Envelope, keys: AgencyKeys): Promise<unknown> {
  try {
    const { plaintext } = await compactDecrypt(envelope.jwe, keys.decryption);
    return JSON.parse(new TextDecoder().decode(plaintext));
  } catch {
    throw new EnvelopeFault('UNREADABLE_BODY');
  }
}

/** Who the envelope says it is from, before anything is verified; null where that cannot be read. */
export function claimedSender(jws: string): string | null {
  try {
    const { kid } = decodeProtectedHeader(jws);
    return kid && code.safeParse(kid).success ? kid : null;
  } catch {
    return null;
  }
}

function digestOf(jwe: string): string {
  return createHash('sha256').update(jwe).digest('base64url');
}
