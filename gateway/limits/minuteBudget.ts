export const MINUTE_MS = 60_000;

/** Users or addresses that are counted at the same time. Beyond it, the one whose minute began first is forgotten. */
const MAX_COUNTED = 20_000;

export interface Spending {
  /** Whether the budget allowed it. If not, nothing is charged. */
  granted: boolean;
  left: number;
  /** Until the budget is renewed. */
  seconds: number;
}

export interface MinuteBudget {
  spend(subject: string, amount: number): Spending;
}

/** A budget for each subject, renewed a minute after its first expense. Kept in this process's memory. */
export function createMinuteBudget(perMinute: number, now: () => number = Date.now): MinuteBudget {
  const accounts = new Map<string, { spent: number; until: number }>();
  const accountOf = (subject: string, at: number) => {
    const known = accounts.get(subject);
    if (known && known.until > at) return known;
    // Deleted first, so that accounts stay in the order in which their minutes began.
    accounts.delete(subject);
    if (accounts.size >= MAX_COUNTED) accounts.delete(accounts.keys().next().value as string);
    const opened = { spent: 0, until: at + MINUTE_MS };
    accounts.set(subject, opened);
    return opened;
  };
  return {
    spend(subject, amount) {
      const at = now();
      const account = accountOf(subject, at);
      const granted = account.spent + amount <= perMinute;
      if (granted) account.spent += amount;
      return { granted, left: perMinute - account.spent, seconds: Math.ceil((account.until - at) / 1000) };
    },
  };
}
