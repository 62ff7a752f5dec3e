import { createTeller } from './teller.ts';

/** Asks a process what it really holds: a process's resident size is for the most part garbage that nobody has looked for. */
export interface HeapWatch {
  /** What Node must be given at the start. */
  nodeArguments: readonly string[];
  /** MiB in use once the garbage is gone. */
  inUseMiB(pid: number): Promise<number>;
  remove(): void;
}

export function watchHeap(): HeapWatch {
  const { nodeArguments, ask, remove } = createTeller('./tellHeap.ts', '--expose-gc');
  return { nodeArguments, remove, inUseMiB: async (pid) => Number(await ask(pid)) / 1024 / 1024 };
}
