import { decodeProtectedHeader } from 'jose';
import { z } from 'zod';
import type { AgencyKeys } from '../crypto/keys.ts';

/**
 * An envelope is a header that the sender has signed (a compact JWS) and a body that only the receiver can open
 * (a compact JWE), by the algorithms of the cipher suite. The header names the body's digest, so that the signature holds for both, and stays
 * provable after the exchange has dropped a delivered body.
 */
export interface Envelope {
  jws: string;
  jwe: string;
}

/** As PostgreSQL writes it: the ledger's hashes cover ids. */
const uuid = z.uuid().toLowerCase();
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
  /** The sender of a referral that another agency refers onward for it; left out where the sender sends it. */
  onBehalfOf: code.optional(),
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

/** Encrypts the body for the receiver and signs the header. @throws EnvelopeFault UNKNOWN_RECEIVER */
export async function sealEnvelope(
  header: Omit<EnvelopeHeader, 'bodyDigest'>,
  body: unknown,
  keys: AgencyKeys,
): Promise<Envelope> {
  const jwe = await keys.encryptFor(header.to, JSON.stringify(body));
  if (jwe === null) throw new EnvelopeFault('UNKNOWN_RECEIVER');
  return signSealed(header, jwe, keys);
}

/** Signs a header for a body that is sealed for the receiver already. */
export async function signSealed(
  header: Omit<EnvelopeHeader, 'bodyDigest'>,
  jwe: string,
  keys: AgencyKeys,
): Promise<Envelope> {
  return { jws: await signHeader({ ...header, bodyDigest: keys.digest(jwe) }, keys), jwe };
}

/** A header that is whole already, as its sender signs it. */
export async function signHeader(header: EnvelopeHeader, keys: AgencyKeys): Promise<string> {
  return keys.sign(JSON.stringify(header), { kid: header.from, typ: 'casegraph-envelope' });
}

/** A notice of the hub's own: a signed header without a body. */
export async function signNotice(
  header: Omit<EnvelopeHeader, 'bodyDigest'>,
  keys: AgencyKeys,
): Promise<{ header: EnvelopeHeader; jws: string }> {
  const signed = { ...header, bodyDigest: keys.digest('') };
  return { header: signed, jws: await signHeader(signed, keys) };
}

/** The header, once its form, its sender's signature and the body's digest are checked. @throws EnvelopeFault */
export async function verifyEnvelope(envelope: Envelope, keys: AgencyKeys): Promise<EnvelopeHeader> {
  const sender = claimedSender(envelope.jws);
  if (!sender) throw new EnvelopeFault('MALFORMED');
  if (!keys.knowsAgency(sender)) throw new EnvelopeFault('UNKNOWN_SENDER');
  const payload = await keys.verify(envelope.jws, sender);
  if (payload === null) throw new EnvelopeFault('BAD_SIGNATURE');
  const header = headerShape.safeParse(parseJson(payload));
  if (!header.success) throw new EnvelopeFault('MALFORMED');
  if (header.data.from !== sender || header.data.bodyDigest !== keys.digest(envelope.jwe))
    throw new EnvelopeFault('BAD_SIGNATURE');
  return header.data;
}

/** The header that the agency has signed; null where the signature is not its own, or what it signed is no header. */
export async function signedHeader(
  jws: string,
  agency: string,
  keys: Pick<AgencyKeys, 'verify'>,
): Promise<EnvelopeHeader | null> {
  const payload = await keys.verify(jws, agency);
  return payload === null ? null : (headerShape.safeParse(parseJson(payload)).data ?? null);
}

/** What a header says before its signature is verified; null where that cannot be read. */
export function claimedHeader(jws: string): EnvelopeHeader | null {
  const payload = Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString();
  return headerShape.safeParse(parseJson(payload)).data ?? null;
}

/** Undefined for what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The body, opened with the receiver's key. @throws EnvelopeFault UNREADABLE_BODY */
export async function openBody(envelope: Envelope, keys: AgencyKeys): Promise<unknown> {
  try {
    return JSON.parse(await keys.decrypt(envelope.jwe));
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
