import { z } from 'zod';
import type { AgencyKeys } from '../crypto/keys.ts';
import { HUB } from '../exchange/hub.ts';

/** The exchange's word that an envelope stands in its ledger: signed by the hub, sent along with each delivery. */
const stampShape = z.strictObject({ envelope: z.uuid(), to: z.string(), sequence: z.int(), hash: z.string() });

export type RelayStamp = z.infer<typeof stampShape>;

export async function signStamp(stamp: RelayStamp, keys: AgencyKeys): Promise<string> {
  return keys.sign(JSON.stringify(stamp), { kid: HUB });
}

/** Null where the stamp is not the hub's. */
export async function verifyStamp(stamp: string, keys: AgencyKeys): Promise<RelayStamp | null> {
  const payload = await keys.verify(stamp, HUB);
  if (payload === null) return null;
  try {
    return stampShape.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}
