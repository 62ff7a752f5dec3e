/** What a process has in use after its garbage is gone, in megabytes. */
export interface HeapSample {
  heapMb: number;
  externalMb: number;
  rssMb: number;
}

const IMPORT = new URL('./heapOnDemand.ts', import.meta.url).href;
const toMb = (bytes: number) => Math.round(bytes / 104_857.6) / 10;

/** For the environment of a process that is to be looked into at that port. */
export function heapEnv(port: number): Record<string, string> {
  return { NODE_OPTIONS: `--import=${IMPORT}`, HEAP_PORT: String(port) };
}

export async function sampleHeap(port: number): Promise<HeapSample> {
  const response = await fetch(`http://127.0.0.1:${port}/`);
  const { heapUsed, external, rss } = (await response.json()) as NodeJS.MemoryUsage;
  return { heapMb: toMb(heapUsed), externalMb: toMb(external), rssMb: toMb(rss) };
}

/** How much more is in use late than early, once warm: of the last two thirds, the median of their end against that of their beginning. */
export function growthOf(samples: readonly HeapSample[]): { earlyMb: number; lateMb: number } {
  const used = samples.slice(Math.floor(samples.length / 3)).map(({ heapMb, externalMb }) => heapMb + externalMb);
  const third = Math.max(1, Math.floor(used.length / 3));
  return { earlyMb: median(used.slice(0, third)), lateMb: median(used.slice(-third)) };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
