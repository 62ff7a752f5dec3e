import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from '../freePort.ts';

const GATEWAY = fileURLToPath(new URL('../../../runtime/commands/gateway.ts', import.meta.url));

/** `npm run gateway` as a process of its own. */
export interface GatewayProcess {
  url: string;
  pid: number;
  /** What it has said so far. */
  said(): string;
  /** Its exit code, once it has ended. */
  ended: Promise<number | null>;
  /** Tells it to stop; its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts it on a free port, and resolves when it says that it is ready. */
export async function startGatewayCommand(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<GatewayProcess> {
  const port = await freePort();
  const { child, said, ended } = run([...args, '--port', String(port)], env);
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', () => /^gateway: ready on port/m.test(said()) && resolve());
    ended.then((code) => reject(new Error(`It ended with ${code}: ${said()}`)), reject);
  });
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid as number,
    said,
    ended,
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}

/** Runs it to its end, for starts that cannot succeed. */
export async function runGatewayCommand(args: readonly string[], env: Record<string, string> = {}) {
  const { said, ended } = run(args, env);
  return { code: await ended, said: said().trim() };
}

function run(args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [GATEWAY, ...args], { env: { PATH: process.env.PATH, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, said: () => said, ended };
}
