const MINUTE_MS = 60_000;

/**
 * How many failed attempts are free, and how soon one is forgiven. An account is one person's, who mistypes now and then;
 * an address may be a whole office behind one router. NIST SP 800-63B (3.2.2) wants an account's failures limited to 100.
 */
const ALLOWANCES = {
  account: { free: 5, forgivenAfterMs: 60 * MINUTE_MS },
  address: { free: 30, forgivenAfterMs: MINUTE_MS },
} as const;
/** The delay doubles from one second up to this: four guesses an hour, and no account is closed for a day. */
const LONGEST_DELAY_MS = 15 * MINUTE_MS;
/** Accounts or addresses that are counted at a time; beyond it the one that failed longest ago is forgotten. */
const MOST_COUNTED = 20_000;

/** Why an attempt is refused: by what limit, and when the next one is taken. */
export interface Delay {
  by: keyof typeof ALLOWANCES;
  seconds: number;
  /** Whether this delay has refused nobody before, so that the log says each once. */
  isFirst: boolean;
}

/** Counts failed attempts to sign in. */
export interface SignInAttempts {
  /** Null where an attempt may be checked now. An attempt that is refused here counts as none. */
  delay(account: string, address: string): Delay | null;
  /** @returns seconds until the next attempt is taken; 0 where at once */
  failed(account: string, address: string): number;
  /** The account's failures are forgotten. The address's are not: else a guesser would sign in to an own account in between. */
  succeeded(account: string): void;
}

/**
 * In this process's memory, like the sessions: the embedded provider is one process, and a restart forgets the failures.
 * All is decided at once, without waiting for anything, so attempts at the same moment cannot pass a limit together.
 */
export function createSignInAttempts(now: () => number = Date.now): SignInAttempts {
  const accounts = countFailures('account', now);
  const addresses = countFailures('address', now);
  return {
    delay: (account, address) => accounts.delay(account) ?? addresses.delay(address),
    failed: (account, address) => Math.max(accounts.failed(account), addresses.failed(address)),
    succeeded: accounts.forget,
  };
}

interface Failures {
  count: number;
  /** Of the last one. */
  at: number;
  until: number;
  hasRefused: boolean;
}

function countFailures(by: Delay['by'], now: () => number) {
  const { free, forgivenAfterMs } = ALLOWANCES[by];
  const counted = new Map<string, Failures>();
  return {
    delay(key: string): Delay | null {
      const failures = counted.get(key);
      if (!failures || failures.until <= now()) return null;
      const isFirst = !failures.hasRefused;
      failures.hasRefused = true;
      return { by, seconds: Math.ceil((failures.until - now()) / 1000), isFirst };
    },
    failed(key: string): number {
      const { count: before, at } = counted.get(key) ?? { count: 0, at: 0 };
      const count = Math.max(0, before - Math.floor((now() - at) / forgivenAfterMs)) + 1;
      const delayMs = count > free ? Math.min(1000 * 2 ** (count - free - 1), LONGEST_DELAY_MS) : 0;
      // Counted anew it stands at the end, so that they stand in the order of their last failures.
      counted.delete(key);
      if (counted.size >= MOST_COUNTED) counted.delete(counted.keys().next().value as string);
      counted.set(key, { count, at: now(), until: now() + delayMs, hasRefused: false });
      return delayMs / 1000;
    },
    forget: (key: string) => void counted.delete(key),
  };
}
