import { createHmac } from 'node:crypto';
import type { DemoUser } from './users.ts';

/** What the log says of an attempt to sign in that came to nothing. */
export interface SignInRefusal {
  code: 'WRONG_CREDENTIALS' | 'TOO_MANY_ATTEMPTS' | 'ACCOUNT_DISABLED';
  /** A pseudonym, by which lines about one account belong together; null where there is no such account: what was typed may be a password. */
  account: string | null;
  /** A pseudonym as well. */
  address: string;
  /** Until the next attempt is taken. */
  retryAfterSeconds: number;
}

export type Refused = (code: SignInRefusal['code'], username: string, address: string, seconds: number) => void;

/** @param key of the pseudonyms; the installation's own, so that they stay over a restart and say nothing to others */
export function createRefusals(
  key: string,
  users: () => readonly DemoUser[],
  tell: (refusal: SignInRefusal) => void = () => {},
): Refused {
  // 48 bits tell an installation's accounts and callers apart.
  const pseudonym = (text: string) => createHmac('sha256', key).update(text).digest('base64url').slice(0, 8);
  return (code, username, address, retryAfterSeconds) =>
    tell({
      code,
      account: users().some((user) => user.username === username) ? pseudonym(username) : null,
      address: pseudonym(address),
      retryAfterSeconds,
    });
}
