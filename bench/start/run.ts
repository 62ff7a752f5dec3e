import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Home } from '../harness/home.ts';
import { processTree, stillRunning } from '../harness/processTree.ts';
import { askAllParts } from './firstAnswer.ts';
import { type Phases, watchPorts } from './phases.ts';

export interface Run {
  /** From the command to the first answered query. */
  seconds: number;
  /** From Ctrl-C to the end of the command. */
  stopSeconds: number;
  processes: number;
  leads: number;
  phases: Phases;
}

const START = fileURLToPath(new URL('../../runtime/commands/start.ts', import.meta.url));
const READY = 'CaseGraph is ready.';
/** Far above what is allowed: a start that takes longer has failed. */
const PATIENCE_MS = 120_000;
const PASSWORD = 'bench';

/** Starts everything as `npm start` does, asks once it says that it is ready, and stops it by Ctrl-C. @throws where it leaves a process */
export async function startAndStop(home: Home, demo: boolean): Promise<Run> {
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  const child = spawn(process.execPath, [START, ...(demo ? [] : ['--no-demo'])], {
    env: { ...home.env, DEMO_PASSWORD: PASSWORD },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const phases: Phases = new Map();
  const watch = watchPorts(home.ports, phases, elapsed);
  try {
    await said(child, READY, phases, elapsed);
    const { identity, gateway } = home.ports;
    const leads = await askAllParts(`http://127.0.0.1:${identity}`, `http://127.0.0.1:${gateway}`, PASSWORD);
    const seconds = elapsed();
    const tree = processTree(child.pid as number);
    const stopSeconds = await interrupt(child);
    const left = stillRunning(tree);
    if (left.length > 0) throw new Error(`After Ctrl-C these processes still run: ${left.join(', ')}.`);
    return { seconds, stopSeconds, processes: tree.length, leads, phases };
  } finally {
    watch.stop();
    if (child.exitCode === null) await interrupt(child);
  }
}

/** Resolves when the command prints a text, noting on the way when the demonstration data are seen; rejects with what it said when it ends before. */
function said(child: ChildProcess, text: string, phases: Phases, elapsed: () => number): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    const late = setTimeout(
      () => reject(new Error(`Not ready after ${PATIENCE_MS / 1000} s:\n${output}`)),
      PATIENCE_MS,
    );
    const hear = (chunk: Buffer) => {
      output += chunk;
      if (output.includes('Demonstration data') && !phases.has('demo begins')) phases.set('demo begins', elapsed());
      if (/Demonstration data.* 100 %/.test(output) && !phases.has('demo')) phases.set('demo', elapsed());
      if (!output.includes(text) || phases.has('says ready')) return;
      clearTimeout(late);
      phases.set('says ready', elapsed());
      resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`The start ended with code ${code}:\n${output}`));
    });
  });
}

/** Ctrl-C; gives the seconds until the command has ended. @throws where its code is not 0 */
async function interrupt(child: ChildProcess): Promise<number> {
  const began = performance.now();
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  const code = await ended;
  if (code !== 0) throw new Error(`After Ctrl-C the start ended with code ${code}.`);
  return (performance.now() - began) / 1000;
}
