import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../test/harness/freePort.ts';
import { ask, isOk, type Target } from '../harness/load.ts';
import type { GatewayName, Launch } from './gateways.ts';
import { OPERATIONS } from './operations.ts';

export interface RunningGateway {
  name: GatewayName;
  target: Target;
  pid: number;
  stop(): Promise<void>;
}

export interface Place {
  /** The supergraph's file. */
  supergraph: string;
  core: number;
  /** Node's own, before the file. */
  nodeArguments?: readonly string[];
}

/** What a program needs of the caller's environment to run at all; nothing else that would change how it runs. */
const INHERITED = ['PATH', 'HOME', 'LANG', 'TMPDIR'];
/** Far longer than any of them needs. */
const PATIENCE_MS = 60_000;
const STOP_MS = 10_000;

/** Starts a gateway alone on its core; resolves when it answers. @throws where it ends or does not come to answer */
export async function startGateway(
  name: GatewayName,
  { command, env, callers }: Launch,
  { supergraph, core, nodeArguments = [] }: Place,
): Promise<RunningGateway> {
  const port = await freePort();
  const inherited = INHERITED.flatMap((key) => (process.env[key] ? [[key, process.env[key]]] : []));
  const words = ['-c', String(core), process.execPath, ...nodeArguments, ...command(supergraph, port)];
  // taskset becomes what it starts, so its id is the gateway's.
  const child = spawn('taskset', words, {
    env: {
      ...Object.fromEntries(inherited),
      NODE_ENV: 'production',
      APOLLO_TELEMETRY_DISABLED: '1',
      LOG_LEVEL: 'error',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    if (hasEnded()) return;
    child.kill('SIGTERM');
    const late = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(late);
  };
  const target = { port, callers };
  const until = performance.now() + PATIENCE_MS;
  while (!hasEnded() && performance.now() < until) {
    if (await answers(target)) return { name, target, pid: child.pid as number, stop };
    await sleep(100);
  }
  const how = hasEnded() ? `ended with ${child.exitCode ?? child.signalCode}` : 'did not come to answer';
  await stop();
  throw new Error(`The gateway ${name} ${how}.`);
}

function answers(target: Target): Promise<boolean> {
  return ask(target, OPERATIONS.light).then(
    ({ head }) => isOk(head),
    () => false,
  );
}
