import ipaddr from 'ipaddr.js';
import type { Logger } from '../../../kit/server/logger.ts';
import type { RefusedEnvelopes, Unsigned } from '../store/refusedEnvelopes.ts';

/** Counts envelopes without a valid signature, which anybody can send in any number. */
export interface UnsignedCount {
  add(unsigned: { from: string | null; address: string; code: string }): void;
  /** What has been counted is kept. */
  close(): Promise<void>;
}

/** Networks that are told apart at once: what comes from more is counted together. */
const MOST_NETWORKS = 1_000;
const OTHERS = 'others';

/** One statement at a time, whose number of rows does not grow with that of envelopes; nobody's answer waits for it. */
export function createUnsignedCount(store: Pick<RefusedEnvelopes, 'addUnsigned'>, log: Logger): UnsignedCount {
  let counted = new Map<string, Unsigned & { count: number }>();
  let keeping: Promise<void> | null = null;

  async function keep(): Promise<void> {
    while (counted.size > 0) {
      const rows = [...counted.values()];
      counted = new Map();
      for (const { from, code, count } of rows)
        log.warn({ from, code, count }, 'envelopes without a valid signature refused');
      await store.addUnsigned(rows);
    }
  }

  return {
    add({ from, address, code }) {
      const network = counted.size < MOST_NETWORKS ? networkOf(address) : OTHERS;
      const key = JSON.stringify([from, network, code]);
      const row = counted.get(key) ?? { from, network, code, count: 0 };
      row.count += 1;
      counted.set(key, row);
      keeping ??= keep()
        .catch((error: unknown) => log.error({ err: error }, 'refused envelopes could not be counted'))
        .finally(() => {
          keeping = null;
        });
    },
    close: async () => void (await keeping),
  };
}

/** Whoever has an IPv6 address has its whole /64 network. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return OTHERS;
  const parsed = ipaddr.process(address);
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString();
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed}/64`)}/64`;
}
