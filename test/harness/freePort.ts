import { createServer } from 'node:net';

/**
 * Below the ports that systems give to outgoing connections: one of those could take the port before somebody listens on it,
 * and on Linux even connect to itself.
 */
const LOWEST = 10_000;
const HIGHEST = 32_000;
const TRIES = 50;

/** A port that nobody listens on now, taken by chance: others look for one at the same time. */
export function freePort(): Promise<number> {
  return freePorts(1);
}

/** So many free ports in a row; gives the first. */
export async function freePorts(count: number): Promise<number> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const first = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST - count));
    const free = await Promise.all(Array.from({ length: count }, (_, index) => isFree(first + index)));
    if (free.every(Boolean)) return first;
  }
  throw new Error(`No ${count} free ports in a row between ${LOWEST} and ${HIGHEST}.`);
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
