import { refuse } from '../http/refusal.ts';
import { bySubject } from './bySubject.ts';

/** Operations of one user that may wait for their turn; whoever has more of them is not waiting for answers. */
const MOST_WAITING = 100;

export interface Turns {
  /** Runs the user's operation as soon as fewer than so many of the same user run. Rejects with a Refusal, 429, where too many wait. */
  take<T>(subject: string, work: () => Promise<T>): Promise<T>;
}

interface User {
  running: number;
  waiting: (() => void)[];
}

/** One user's operations run a few at a time, so that one who asks for much at once does not take the hub from others. */
export function createTurns(atATime: number): Turns {
  const userOf = bySubject<User>(
    () => ({ running: 0, waiting: [] }),
    ({ running }) => running === 0,
  );
  const run = <T>(user: User, work: () => Promise<T>): Promise<T> => {
    const leave = () => {
      const next = user.waiting.shift();
      if (next) next();
      else user.running -= 1;
    };
    const running = work();
    running.then(leave, leave);
    return running;
  };
  const wait = async <T>(user: User, work: () => Promise<T>): Promise<T> => {
    if (user.waiting.length >= MOST_WAITING) throw tooMany(atATime);
    // Whoever ends hands over the place.
    await new Promise<void>((resolve) => user.waiting.push(resolve));
    return run(user, work);
  };
  return {
    take(subject, work) {
      const user = userOf(subject);
      if (user.running >= atATime) return wait(user, work);
      user.running += 1;
      return run(user, work);
    },
  };
}

function tooMany(atATime: number) {
  const message = `${MOST_WAITING} operations of yours are waiting already; ${atATime} run at a time.`;
  const said = { limit: 'userAtATime', accepted: atATime, retryAfterSeconds: 1 };
  return refuse(429, 'RATE_LIMITED', message, said, { 'retry-after': '1' });
}
