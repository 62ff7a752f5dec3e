/** What a user's shares are counted by. */
export const MINUTE_MS = 60_000;

/** Users that are counted at a time; beyond it those whose minute is over are forgotten, then all. */
const MOST_COUNTED = 20_000;

export interface Spent {
  /** Whether it was within what is left; where it was not, nothing is charged. */
  granted: boolean;
  left: number;
  /** Until the next minute's share. */
  seconds: number;
}

export interface Budget {
  spend(subject: string, cost: number): Spent;
}

/** A user's cost by the minute, from the user's first operation on; each gateway in its own memory. */
export function createBudget(perMinute: number, now: () => number = Date.now): Budget {
  const accounts = new Map<string, { spent: number; until: number }>();
  const accountOf = (subject: string, at: number) => {
    const known = accounts.get(subject);
    if (known && known.until > at) return known;
    if (accounts.size >= MOST_COUNTED) {
      for (const [name, { until }] of accounts) if (until <= at) accounts.delete(name);
      if (accounts.size >= MOST_COUNTED) accounts.clear();
    }
    const opened = { spent: 0, until: at + MINUTE_MS };
    accounts.set(subject, opened);
    return opened;
  };
  return {
    spend(subject, cost) {
      const at = now();
      const account = accountOf(subject, at);
      const granted = account.spent + cost <= perMinute;
      if (granted) account.spent += cost;
      return { granted, left: perMinute - account.spent, seconds: Math.ceil((account.until - at) / 1000) };
    },
  };
}
