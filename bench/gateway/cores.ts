import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Where everything of a bench runs: the gateway under measure on one core, load and canned subgraphs on another. */
export interface Cores {
  gateway: number;
  load: number;
}

/** The first two cores that this process may use; it stays on the second itself, and so does what it starts. @throws where there are not two, or no Linux */
export function takeCores(): Cores {
  const [gateway, load] = allowedCores();
  if (gateway === undefined || load === undefined) throw new Error('This bench needs two cores.');
  execFileSync('taskset', ['-a', '-p', '-c', String(load), String(process.pid)]);
  return { gateway, load };
}

function allowedCores(): number[] {
  const list = /^Cpus_allowed_list:\s*(.+)$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '';
  return list.split(',').flatMap((range) => {
    const [from = 0, to = from] = range.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
}

/** The most memory that a process has had resident so far, in MiB. */
export function peakMiB(pid: number): number {
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
