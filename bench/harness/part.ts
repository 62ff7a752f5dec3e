import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Home } from './home.ts';

const SERVE = fileURLToPath(new URL('../../runtime/commands/serve.ts', import.meta.url));

export interface Part {
  stop(): Promise<void>;
}

export interface PartProcess extends Part {
  process: ChildProcess;
}

/**
 * Starts parts in one process of their own, as `npm start` does; resolves when they answer.
 * @param command what runs them, if not `npm run serve`
 * @throws where they end instead
 */
export async function startParts(
  home: Pick<Home, 'env'>,
  parts: readonly string[],
  command = SERVE,
): Promise<PartProcess> {
  const child = spawn(process.execPath, [command, ...parts], {
    env: home.env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<void>((resolve) => child.once('message', () => resolve()));
  const code = await Promise.race([ready, ended]);
  if (code !== undefined) throw new Error(`${parts.join(', ')} ended with code ${code}.`);
  return {
    process: child,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
