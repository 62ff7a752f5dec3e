import cluster, { type Worker } from 'node:cluster';
import { createServer } from 'node:net';
import type { Logger } from 'pino';
import { ProcessFault } from './processFault.ts';
import type { RunningPart } from './runningPart.ts';

export interface ProcessesOptions {
  count: number;
  /** What this command is given as one of them. */
  args: readonly string[];
  log: Logger;
}

/** Where none is left, so many starts in a row that fail are the end. */
const MOST_FAILED_STARTS = 5;
/** The wait before one is started again doubles with each that has not lived for so long, from the least to the most. */
const STEADY_MS = 30_000;
const LEAST_WAIT_MS = 100;
const MOST_WAIT_MS = 10_000;

/** What one says to the process that has started it. */
export const READY = 'ready';

/**
 * How each listens at the port of all: the system hands out connections, and those to one that has died are closed with it. The
 * primary's way, for systems that cannot, leaves a connection open for ever that it has handed to a dying process.
 */
export const SHARED_PORT: { reusePort?: true } = process.platform === 'linux' ? { reusePort: true } : {};

/** That a port is another program's is not seen by those who would share it. @throws the system's error */
export async function requireFree(host: string, port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) =>
    server.once('error', reject).listen({ host, port, exclusive: true }, resolve),
  );
  await new Promise((resolve) => server.close(resolve));
}

/** Whether this is one of several processes, and not the one that starts them. */
export const isOneOfSeveral = cluster.isWorker;
/** Which of them; null for any other. */
export const processNumber = cluster.worker?.id ?? null;

/**
 * Starts this command several times behind one port, and again where one dies. The first has to be ready before there are
 * others: what is wrong with the start is said once.
 */
export async function startProcesses({ count, args, log }: ProcessesOptions): Promise<RunningPart> {
  cluster.setupPrimary({ args: [...args] });
  const running = new Set<Worker>();
  const ready = new Set<Worker>();
  const waiting = new Set<NodeJS.Timeout>();
  let isStopping = false;
  let failedStarts = 0;
  let shortLives = 0;
  const { promise: hopeless, reject: giveUp } = Promise.withResolvers<never>();
  hopeless.catch(() => undefined);

  const start = () =>
    new Promise<void>((resolve, reject) => {
      const worker = cluster.fork();
      const began = performance.now();
      running.add(worker);
      worker.on('message', (message) => {
        if (message !== READY) return;
        ready.add(worker);
        failedStarts = 0;
        log.info({ process: worker.id, pid: worker.process.pid }, 'a process is ready');
        resolve();
      });
      worker.once('exit', (code, signal) => {
        running.delete(worker);
        const wasReady = ready.delete(worker);
        if (isStopping) return;
        log.error({ process: worker.id, code, signal, wasReady }, 'a process has died');
        if (wasReady) return startLater(performance.now() - began);
        failedStarts += 1;
        reject(new ProcessFault(`a process ended before it was ready (${signal ?? `code ${code}`}).`));
      });
      worker.on('error', (error) =>
        log.error({ process: worker.id, code: (error as { code?: string }).code }, 'a process cannot be told'),
      );
    });

  const startLater = (lived: number) => {
    shortLives = lived < STEADY_MS ? shortLives + 1 : 0;
    const wait = Math.min(LEAST_WAIT_MS * 2 ** Math.max(0, shortLives - 1), MOST_WAIT_MS);
    const timer = setTimeout(() => {
      waiting.delete(timer);
      start().catch((fault) => {
        // Those that serve go on, with a supergraph perhaps that a new one would not find any more.
        if (ready.size > 0 || failedStarts < MOST_FAILED_STARTS) return startLater(0);
        log.fatal('no process starts any more; the gateway stops');
        giveUp(fault);
      });
    }, wait);
    waiting.add(timer);
  };

  const close = async () => {
    isStopping = true;
    for (const timer of waiting) clearTimeout(timer);
    await Promise.all(
      [...running].map((worker) => {
        const gone = new Promise((resolve) => worker.once('exit', resolve));
        worker.process.kill('SIGTERM');
        return gone;
      }),
    );
  };

  try {
    await start();
    await Promise.all(Array.from({ length: count - 1 }, start));
  } catch (fault) {
    await close();
    throw fault;
  }
  return { hopeless, close };
}
