import { setImmediate } from 'node:timers/promises';
import type { ExchangeGrants } from '../auth/referrals/exchangeGrants.ts';
import type { Engine } from '../execution/engine.ts';
import type { Admission } from '../limits/admission.ts';

/** A supergraph with everything that is built for it. */
export interface ServedSupergraph {
  /** The SHA-256 of the supergraph's text. */
  version: string;
  /** Their names in the supergraph. */
  subgraphs: readonly string[];
  admission: Admission;
  engine: Engine;
  /** Null where nobody has to sign in. */
  grants: ExchangeGrants | null;
}

/** Plans the trusted operations, so that the first client does not wait for that. Requests are handled in between. */
export async function planTrustedOperations({ admission, engine }: ServedSupergraph): Promise<void> {
  for (const operation of admission.trusted()) {
    engine.prepare(operation);
    await setImmediate();
  }
}
