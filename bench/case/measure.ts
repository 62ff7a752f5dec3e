import { processorSeconds } from '../harness/processorTime.ts';
import { processTree } from '../harness/processTree.ts';
import type { Officer } from './cases.ts';
import { loadViews, type Rate, type Viewed } from './views.ts';

export interface Measured extends Rate {
  /** Milliseconds of processor time for a view, by what spent it. */
  processorMs: Record<string, number>;
}

/** @param roots the processes that are looked at, each with those that came from it */
export async function measure(
  viewed: Viewed,
  officers: readonly Officer[],
  roots: Readonly<Record<string, number>>,
  { clients, seconds }: { clients: number; seconds: number },
): Promise<Measured> {
  const spent = () => Object.entries(roots).map(([name, root]) => [name, secondsOf(root)] as const);
  const before = new Map(spent());
  const rate = await loadViews(viewed, officers, clients, seconds);
  const processorMs = spent().map(([name, now]) => [name, ((now - (before.get(name) ?? 0)) * 1000) / rate.answers]);
  return { ...rate, processorMs: Object.fromEntries(processorMs) };
}

function secondsOf(root: number): number {
  return processTree(root).reduce((sum, pid) => sum + processorSeconds(pid), 0);
}
