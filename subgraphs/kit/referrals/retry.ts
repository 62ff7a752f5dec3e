/**
 * When an envelope that could not be delivered to its receiver is tried again, in seconds after each failure. The short ones bridge a
 * restart, the long ones a night's outage; after the last it is a dead letter (about a day and a half in all).
 */
export const RETRY_SECONDS: readonly number[] = [
  1, 2, 3, 5, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14400, 28800, 43200,
];

/** A sender never gives its own message up: the exchange is the only way, and is tried at most this far apart. */
const LONGEST_WAIT_SECONDS = 600;

/** When a sender tries again after the given number of failed attempts. */
export function nextSending(attempts: number, now: Date): Date {
  const seconds = Math.min(RETRY_SECONDS[attempts - 1] ?? LONGEST_WAIT_SECONDS, LONGEST_WAIT_SECONDS);
  return new Date(now.getTime() + seconds * 1000);
}

/** When a delivery is tried again after the given number of failed attempts; null where it is given up. */
export function nextAttempt(attempts: number, now: Date, schedule: readonly number[] = RETRY_SECONDS): Date | null {
  const seconds = schedule[attempts - 1];
  return seconds === undefined ? null : new Date(now.getTime() + seconds * 1000);
}
