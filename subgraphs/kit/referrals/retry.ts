/**
 * When a message that could not be delivered is tried again, in seconds after each failure. The short ones bridge a
 * restart, the long ones a night's outage; after the last it is a dead letter (about a day and a half in all).
 */
export const RETRY_SECONDS: readonly number[] = [
  1, 2, 3, 5, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14400, 28800, 43200,
];

/** When to try again after the given number of failed attempts; null where it is given up. */
export function nextAttempt(attempts: number, now: Date, schedule: readonly number[] = RETRY_SECONDS): Date | null {
  const seconds = schedule[attempts - 1];
  return seconds === undefined ? null : new Date(now.getTime() + seconds * 1000);
}
