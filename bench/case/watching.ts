import { once } from 'node:events';
import type { PartProcess } from '../harness/part.ts';
import type { Watched } from './watch.ts';

/** Has a part that was started with watch.ts note what it does during a piece of work. */
export async function watching(part: PartProcess, work: () => Promise<void>): Promise<Watched> {
  const { process: child } = part;
  const begun = once(child, 'message');
  child.send('watch');
  await begun;
  await work();
  const told = once(child, 'message');
  child.send('tell');
  const [watched] = await told;
  return watched as Watched;
}
