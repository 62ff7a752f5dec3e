import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { FaultHome } from './home.ts';

const SERVE = fileURLToPath(new URL('../../runtime/commands/serve.ts', import.meta.url));
/** A part that ended by itself is started again after this time, as a service manager would. */
const RESTART_MS = 500;
/** Characters of a part's log that an error tells. */
const LAST_WORDS = 600;

/** A part in a process of its own, which can be killed and started again. */
export interface PartProcess {
  readonly name: string;
  readonly kills: number;
  /** Ends that nobody asked for: a part must outlive whatever happens to the others. */
  readonly ownEnds: readonly string[];
  isUp(): boolean;
  start(): void;
  /** @throws where it is not up in that time */
  untilUp(patienceMs: number): Promise<void>;
  /** SIGKILL: no time for anything. Resolves when the process is gone. */
  kill(): Promise<void>;
  /** SIGSTOP: it is there, and does nothing until it goes on. */
  pause(): void;
  goOn(): void;
  /** SIGTERM, and SIGKILL where that is not enough. */
  stop(): Promise<void>;
}

export function createPart(name: string, home: Pick<FaultHome, 'logFolder' | 'env'>): PartProcess {
  const logFile = join(home.logFolder, `${name}.log`);
  const ownEnds: string[] = [];
  let child: ChildProcess | null = null;
  let wanted = false;
  let up = false;
  let kills = 0;

  function launch(): void {
    const log = openSync(logFile, 'a');
    // With a channel between them, the part says when it is ready, and stops should this process be gone.
    const started = spawn(process.execPath, [SERVE, name], { env: home.env, stdio: ['ignore', log, log, 'ipc'] });
    closeSync(log);
    child = started;
    started.once('message', () => {
      if (child === started) up = true;
    });
    started.once('exit', (code, signal) => {
      if (child === started) endedByItself(signal ?? `code ${code}`);
    });
  }

  function endedByItself(how: string): void {
    ownEnds.push(`${name} ended ${up ? 'while it ran' : 'at its start'} (${how})`);
    child = null;
    up = false;
    setTimeout(() => {
      if (wanted && !child) launch();
    }, RESTART_MS);
  }

  function lastWords(): string {
    return readFileSync(logFile, 'utf8').trim().slice(-LAST_WORDS);
  }

  function takeChild(): { process: ChildProcess; gone: Promise<void> } | null {
    const taken = child;
    wanted = false;
    child = null;
    up = false;
    if (!taken || taken.exitCode !== null || taken.signalCode !== null) return null;
    return { process: taken, gone: new Promise((resolve) => taken.once('exit', () => resolve())) };
  }

  return {
    name,
    ownEnds,
    get kills() {
      return kills;
    },
    isUp: () => up,
    start() {
      wanted = true;
      if (!child) launch();
    },
    async untilUp(patienceMs) {
      const since = Date.now();
      while (!up) {
        if (Date.now() - since > patienceMs)
          throw new Error(`${name} is not up within ${patienceMs} ms: ${ownEnds.join(', ')} ${lastWords()}`);
        await sleep(20);
      }
    },
    async kill() {
      kills += 1;
      const taken = takeChild();
      taken?.process.kill('SIGKILL');
      await taken?.gone;
    },
    pause: () => void child?.kill('SIGSTOP'),
    goOn: () => void child?.kill('SIGCONT'),
    async stop() {
      const taken = takeChild();
      if (!taken) return;
      taken.process.kill('SIGTERM');
      const late = setTimeout(() => taken.process.kill('SIGKILL'), 15_000);
      await taken.gone;
      clearTimeout(late);
    },
  };
}
