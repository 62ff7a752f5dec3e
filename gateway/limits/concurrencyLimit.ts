import { refuse } from '../http/refusal.ts';

/** Operations of one user that may wait. A client with more of them is not waiting for answers. */
const MAX_WAITING = 100;

export interface ConcurrencyLimit {
  /** Runs a user's operation when fewer than the limit are running. Rejects with a Refusal (429) where too many wait. */
  run<T>(subject: string, work: () => Promise<T>): Promise<T>;
}

/** A user who has operations running. */
interface User {
  running: number;
  waiting: (() => void)[];
}

/** Limits how many operations of one user run at the same time, so that one user cannot take the hub from the others. */
export function createConcurrencyLimit(limit: number): ConcurrencyLimit {
  const users = new Map<string, User>();

  const enter = async (subject: string): Promise<User> => {
    const user = users.get(subject) ?? { running: 0, waiting: [] };
    users.set(subject, user);
    if (user.running < limit) {
      user.running += 1;
      return user;
    }
    if (user.waiting.length >= MAX_WAITING) throw tooManyWaiting(limit);
    // An operation that ends hands its slot over: `running` stays the same.
    await new Promise<void>((resolve) => user.waiting.push(resolve));
    return user;
  };

  const leave = (subject: string, user: User) => {
    const next = user.waiting.shift();
    if (next) return next();
    user.running -= 1;
    if (user.running === 0) users.delete(subject);
  };

  return {
    async run(subject, work) {
      const user = await enter(subject);
      try {
        return await work();
      } finally {
        leave(subject, user);
      }
    },
  };
}

function tooManyWaiting(limit: number) {
  const message = `${MAX_WAITING} operations of yours are waiting already; ${limit} run at a time.`;
  const details = { limit: 'userAtATime', accepted: limit, retryAfterSeconds: 1 };
  return refuse(429, 'RATE_LIMITED', message, details, { 'retry-after': '1' });
}
