import { setImmediate } from 'node:timers/promises';
import type { Referrals } from '../auth/referrals/exchangeGrants.ts';
import type { Engine } from '../execution/engine.ts';
import type { Door } from '../limits/admission.ts';

/** What is bound to one supergraph: what may be asked of it, what answers, and who says what a referral opens. */
export interface Graph {
  /** The SHA-256 of the supergraph's text. */
  version: string;
  /** Their names in the supergraph. */
  subgraphs: readonly string[];
  door: Door;
  engine: Engine;
  /** Null where nobody has to sign in. */
  referrals: Referrals | null;
}

/** Plans beforehand what is known to be asked, so that the first who asks need not wait for it; requests have their turns in between. */
export async function prepare({ door, engine }: Graph): Promise<void> {
  for (const operation of door.trusted()) {
    engine.prepare(operation);
    await setImmediate();
  }
}
