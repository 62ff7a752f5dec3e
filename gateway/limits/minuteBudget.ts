/** What shares are counted by. */
export const MINUTE_MS = 60_000;

/** Users or addresses that are counted at a time; beyond it the one whose minute began first is forgotten. */
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

/** A subject's share by the minute, from its first expense on; each gateway in its own memory. */
export function createBudget(perMinute: number, now: () => number = Date.now): Budget {
  const accounts = new Map<string, { spent: number; until: number }>();
  const accountOf = (subject: string, at: number) => {
    const known = accounts.get(subject);
    if (known && known.until > at) return known;
    // Opened anew it stands at the end, so that they stand in the order in which their minutes began.
    accounts.delete(subject);
    if (accounts.size >= MOST_COUNTED) accounts.delete(accounts.keys().next().value as string);
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
