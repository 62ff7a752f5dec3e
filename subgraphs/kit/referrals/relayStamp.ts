import { CompactSign, compactVerify } from 'jose';
import { z } from 'zod';
import type { AgencyKeys } from '../crypto/keys.ts';

/** The exchange's word that an envelope stands in its ledger: signed by the hub, sent along with each delivery. */
const stampShape = z.strictObject({ envelope: z.uuid(), to: z.string(), sequence: z.int(), hash: z.string() });

export type RelayStamp = z.infer<typeof stampShape>;

export const HUB = 'HUB';

export async function signStamp(stamp: RelayStamp, keys: AgencyKeys): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(stamp)))
    .setProtectedHeader({ alg: 'ES256', kid: HUB })
    .sign(keys.signing);
}

/** Null where the stamp is not the hub's. */
export async function verifyStamp(stamp: string, keys: AgencyKeys): Promise<RelayStamp | null> {
  const hub = keys.verificationOf(HUB);
  if (!hub) return null;
  try {
    const { payload } = await compactVerify(stamp, hub, { algorithms: ['ES256'] });
    return stampShape.parse(JSON.parse(new TextDecoder().decode(payload)));
  } catch {
    return null;
  }
}
