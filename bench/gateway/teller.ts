import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Asks a process of Node what only it knows. */
export interface Teller {
  /** What Node must be given at the start. */
  nodeArguments: readonly string[];
  ask(pid: number): Promise<string>;
  remove(): void;
}

/** @param module of this folder, told by ?file=<where> what to write to on SIGUSR2 */
export function createTeller(module: string, ...nodeArguments: string[]): Teller {
  const folder = mkdtempSync(join(tmpdir(), 'casegraph-teller-'));
  const file = join(folder, 'told');
  const url = new URL(`${module}?file=${encodeURIComponent(file)}`, import.meta.url);
  return {
    nodeArguments: [...nodeArguments, `--import=${url.href}`],
    async ask(pid) {
      rmSync(file, { force: true });
      process.kill(pid, 'SIGUSR2');
      while (!existsSync(file) || readFileSync(file, 'utf8') === '') await sleep(50);
      return readFileSync(file, 'utf8');
    },
    remove: () => rmSync(folder, { recursive: true }),
  };
}
