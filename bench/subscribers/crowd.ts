import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';

/** Somebody who follows and does nothing else. */
export interface Follower {
  /** Signs of life that came. */
  beats: number;
  /** When events came, by performance.now(). */
  told: number[];
  hasEnded: boolean;
}

export interface Crowd {
  followers: readonly Follower[];
  leave(): void;
}

/** Connections that are being opened at a time. */
const AT_ONCE = 50;

/** @param whose by number, what each asks and with which token */
export async function gather(
  url: string,
  count: number,
  whose: (number: number) => { token: string; body: string },
): Promise<Crowd> {
  const followers: Follower[] = [];
  const requests: ClientRequest[] = [];
  const numbers = Array(count).keys();
  const openSome = async () => {
    for (const number of numbers) {
      const { token, body } = whose(number);
      const asked = request(url, {
        method: 'POST',
        agent: false,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          accept: 'text/event-stream',
        },
      });
      requests.push(asked);
      asked.end(body);
      const [response] = (await once(asked, 'response')) as [IncomingMessage];
      if (response.statusCode !== 200) throw new Error(`A stream was refused: ${response.statusCode}.`);
      asked.on('error', () => undefined);
      followers.push(watch(response));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, openSome));
  return {
    followers,
    leave() {
      for (const asked of requests) asked.destroy();
    },
  };
}

function watch(response: IncomingMessage): Follower {
  const follower: Follower = { beats: 0, told: [], hasEnded: false };
  response.setEncoding('latin1').on('data', (text: string) => {
    // Blocks are short, and come whole.
    for (const block of text.split('\n\n')) {
      if (block.startsWith(':')) follower.beats += 1;
      else if (block.includes('event: next')) follower.told.push(performance.now());
    }
  });
  response
    .on('error', () => undefined)
    .once('close', () => {
      follower.hasEnded = true;
    });
  return follower;
}
