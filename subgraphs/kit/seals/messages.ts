import { z } from 'zod';
import type { AgencyKeys } from '../crypto/keys.ts';
import { HUB } from '../exchange/hub.ts';
import { claimedSender } from '../referrals/envelope.ts';

export const SEAL_ACTIONS = ['SEAL', 'UNSEAL'] as const;
export type SealAction = (typeof SEAL_ACTIONS)[number];

const agencyCode = z.string().regex(/^[A-Z][A-Z_]{0,63}$/);

/** What an authority tells the exchange: that it seals or unseals a case. */
const requestShape = z.strictObject({
  message: z.literal('SEAL_REQUEST'),
  id: z.uuid(),
  case: z.uuid(),
  action: z.enum(SEAL_ACTIONS),
  reason: z.string().max(2_000),
  actor: z.strictObject({ username: z.string().max(200), role: z.string().max(64) }),
  at: z.iso.datetime(),
});
export type SealRequest = Omit<z.infer<typeof requestShape>, 'message'>;

/** What the exchange tells every agency: for whom a case is sealed after a step. It says all of it, so that the newest one is enough. */
const noticeShape = z.strictObject({
  message: z.literal('SEAL_NOTICE'),
  to: agencyCode,
  case: z.uuid(),
  sealedFor: z.array(agencyCode),
  sequence: z.int().positive(),
});
export type SealNotice = Omit<z.infer<typeof noticeShape>, 'message'>;

export function signSealRequest(request: SealRequest, agency: string, keys: AgencyKeys): Promise<string> {
  return keys.sign(JSON.stringify({ message: 'SEAL_REQUEST', ...request }), { kid: agency });
}

/** The request and who signed it; null where the signature or the form is wrong. */
export async function verifySealRequest(
  jws: string,
  keys: AgencyKeys,
): Promise<{ from: string; request: SealRequest } | null> {
  const from = claimedSender(jws);
  const payload = from && keys.knowsAgency(from) ? await keys.verify(jws, from) : null;
  const request = parsed(payload, requestShape);
  return from && request ? { from, request } : null;
}

export function signSealNotice(notice: SealNotice, keys: AgencyKeys): Promise<string> {
  return keys.sign(JSON.stringify({ message: 'SEAL_NOTICE', ...notice }), { kid: HUB });
}

/** Null where it is not the hub's, or its form is wrong. */
export async function verifySealNotice(jws: string, keys: AgencyKeys): Promise<SealNotice | null> {
  return parsed(await keys.verify(jws, HUB), noticeShape);
}

function parsed<T>(payload: string | null, shape: z.ZodType<T>): T | null {
  if (payload === null) return null;
  try {
    return shape.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
}
