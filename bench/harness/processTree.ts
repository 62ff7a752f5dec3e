import { execFileSync } from 'node:child_process';

interface Listed {
  pid: number;
  parent: number;
}

/** The processes that came from one, by its id, itself included; those that ended and wait to be collected are none. */
export function processTree(root: number): number[] {
  const all = running();
  const tree = new Set([root]);
  let grew = true;
  while (grew) {
    const before = tree.size;
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid);
    grew = tree.size > before;
  }
  return [...tree];
}

/** Those of the processes that still run. */
export function stillRunning(pids: readonly number[]): number[] {
  const all = new Set(running().map(({ pid }) => pid));
  return pids.filter((pid) => all.has(pid));
}

function running(): Listed[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , state]) => !state?.startsWith('Z'))
    .map(([pid, parent]) => ({ pid: Number(pid), parent: Number(parent) }));
}
