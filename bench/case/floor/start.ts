import { fileURLToPath } from 'node:url';
import { freePort } from '../../../test/harness/freePort.ts';
import type { Home } from '../../harness/home.ts';
import { startParts } from '../../harness/part.ts';
import type { Officer } from '../cases.ts';
import type { Viewed } from '../views.ts';

const SERVER = fileURLToPath(new URL('./server.ts', import.meta.url));

/** @param samples the file of what the system sends for a view of each officer */
export async function startFloor(
  home: Home,
  samples: string,
  officers: readonly Officer[],
): Promise<Viewed & { pid: number; stop(): Promise<void> }> {
  const port = await freePort();
  const { process: child, stop } = await startParts(home, [String(port), samples], SERVER);
  const callers = officers.map(({ username }) => ({ 'x-officer': username }));
  return { name: 'floor', target: { port, callers }, pid: child.pid as number, stop };
}
