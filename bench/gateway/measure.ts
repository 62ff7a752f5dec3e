import { type BenchOperation, type Loaded, load, type Round } from '../harness/load.ts';
import { processorSeconds } from '../harness/processorTime.ts';
import type { RunningGateway } from './runningGateway.ts';
import { type CannedSubgraphs, total } from './subgraphs/start.ts';

export interface Measured extends Loaded {
  /** Milliseconds of processor time that the gateway spent on an answer: what else the machine does changes it least. */
  processorMs: number;
  /** How often subgraphs were asked for an answer. */
  fetches: number;
  /** Share of its core that the gateway had; well below 1 something else was measured. */
  busy: number;
  /** Share of theirs that load and canned subgraphs had. */
  loadBusy: number;
}

export async function measure(
  { target, pid }: RunningGateway,
  operation: BenchOperation,
  bytes: readonly number[],
  subgraphs: CannedSubgraphs,
  round: Round,
): Promise<Measured> {
  const loadSide = () => processorSeconds(process.pid) + processorSeconds(subgraphs.pid);
  await subgraphs.asked();
  const before = { gateway: processorSeconds(pid), load: loadSide(), at: performance.now() };
  const loaded = await load(target, operation, bytes, round);
  const seconds = (performance.now() - before.at) / 1000;
  const spent = processorSeconds(pid) - before.gateway;
  return {
    ...loaded,
    processorMs: (spent * 1000) / loaded.answers,
    fetches: total(await subgraphs.asked()) / loaded.answers,
    busy: spent / seconds,
    loadBusy: (loadSide() - before.load) / seconds,
  };
}
