import { createServer } from 'node:net';

/**
 * Below the ports that systems give to outgoing connections: one of those could take the port before somebody listens on it,
 * and on Linux even connect to itself.
 */
const LOWEST = 10_000;
/** Of each process its own, so that those that look at the same time find others. */
const SLICES = 100;
const SLICE = 220;

/** Two that share a slice do not begin at the same port: one that was found free is taken a while later only. */
let next = Math.floor(Math.random() * SLICE);

/** A port that nobody listens on now; this process is given each once before it is given one again. */
export function freePort(): Promise<number> {
  return freePorts(1);
}

/** So many free ports in a row; gives the first. */
export async function freePorts(count: number): Promise<number> {
  for (let looked = 0; looked < SLICE; looked += count) {
    if (next + count > SLICE) next = 0;
    const first = LOWEST + (process.pid % SLICES) * SLICE + next;
    next += count;
    const free = await Promise.all(Array.from({ length: count }, (_, index) => isFree(first + index)));
    if (free.every(Boolean)) return first;
  }
  throw new Error(`No ${count} free ports in a row among the ${SLICE} of this process.`);
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
