import { createServer } from 'node:net';

/**
 * Below the ports that systems give to outgoing connections: one of those could take the port before somebody listens on it,
 * and on Linux even connect to itself.
 */
const LOWEST = 10_000;
const SLICES = 100;
const SLICE = 220;

/** The first port of this process's slice, which it has listened at since it first looked: nobody else looks there. */
let guard: Promise<number> | null = null;
let next = 1;

/** A port that nobody listens on now; this process is given each once before it is given one again. */
export function freePort(): Promise<number> {
  return freePorts(1);
}

/** So many free ports in a row; gives the first. */
export async function freePorts(count: number): Promise<number> {
  guard ??= takeSlice();
  const slice = await guard;
  for (let looked = 0; looked < SLICE; looked += count) {
    if (next + count > SLICE) next = 1;
    const first = slice + next;
    next += count;
    const free = await Promise.all(Array.from({ length: count }, (_, index) => isFree(first + index)));
    if (free.every(Boolean)) return first;
  }
  throw new Error(`No ${count} free ports in a row among the ${SLICE} of this process.`);
}

async function takeSlice(): Promise<number> {
  for (let looked = 0; looked < SLICES; looked += 1) {
    const first = LOWEST + ((process.pid + looked) % SLICES) * SLICE;
    const server = createServer();
    const isOurs = await new Promise<boolean>((resolve) => {
      server.once('error', () => resolve(false)).listen(first, '127.0.0.1', () => resolve(true));
    });
    if (!isOurs) continue;
    server.unref();
    return first;
  }
  throw new Error(`All ${SLICES} slices of ports are other processes'.`);
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
