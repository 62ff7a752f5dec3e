import { execFile, spawn } from 'node:child_process';

/** A command that runs until it is told to stop. */
export interface Running {
  /** Settles when it says that it is ready; rejects with what it said where it ends before. */
  ready: Promise<void>;
  /** All that it has said so far. */
  said(): string;
  /** Sends SIGTERM; gives the exit code. */
  stop(): Promise<number | null>;
}

export interface Command {
  /** First word `node`: this Node. */
  words: readonly string[];
  /** All of it: nothing is taken over from this process, as in a container. */
  environment: Readonly<Record<string, string>>;
  folder: string;
}

/** Starts a part. */
export function startCommand({ words, environment, folder }: Command): Running {
  const child = spawn(nodeFor(words), words.slice(1), { cwd: folder, env: environment });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  let said = '';
  const ready = new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk;
      if (said.includes(': ready.')) resolve();
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then((code) => reject(new Error(`${words.join(' ')} ended with code ${code}: ${said}`)));
  });
  // Where another part fails first, nobody waits for this one any more.
  ready.catch(() => undefined);
  return {
    ready,
    said: () => said,
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Runs a command to its end; gives the exit code and what it printed. */
export function runCommand({ words, environment, folder }: Command): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(nodeFor(words), words.slice(1), { cwd: folder, env: environment }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, said: stdout + stderr }),
    );
  });
}

function nodeFor([program]: readonly string[]): string {
  if (program !== 'node') throw new Error(`Only node can be run here, not ${program}.`);
  return process.execPath;
}
