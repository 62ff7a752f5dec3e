import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Asks a process what it really holds: a process's resident size is for the most part garbage that nobody has looked for. */
export interface HeapWatch {
  /** What Node must be given at the start. */
  nodeArguments: readonly string[];
  /** MiB in use once the garbage is gone. */
  inUseMiB(pid: number): Promise<number>;
  remove(): void;
}

export function watchHeap(): HeapWatch {
  const folder = mkdtempSync(join(tmpdir(), 'casegraph-heap-'));
  const file = join(folder, 'bytes');
  const told = new URL(`./tellHeap.ts?file=${encodeURIComponent(file)}`, import.meta.url);
  return {
    nodeArguments: ['--expose-gc', `--import=${told.href}`],
    async inUseMiB(pid) {
      rmSync(file, { force: true });
      process.kill(pid, 'SIGUSR2');
      while (!existsSync(file) || readFileSync(file, 'utf8') === '') await sleep(50);
      return Number(readFileSync(file, 'utf8')) / 1024 / 1024;
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
