import type { RunningPart } from './runningPart.ts';

/** A part has so long to finish what is under way, once it has begun to. */
const PATIENCE_MS = 10_000;

/**
 * Closes what runs in this process, the newest first, when it is told to stop or its parent is gone; ends anyway where that takes too long.
 *
 * @param running may still grow
 * @returns stops it now
 */
export function stopWhenTold(running: readonly RunningPart[]): (code: number) => Promise<void> {
  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    const linger = Math.max(0, ...running.map(({ lingerMs = 0 }) => lingerMs));
    setTimeout(() => process.exit(1), linger + PATIENCE_MS).unref();
    await Promise.allSettled([...running].reverse().map((part) => part.close()));
    process.exit(code);
  };
  for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(event, () => void stop(0));
  return stop;
}

/** Stops all where one part cannot go on, which it has told. */
export function stopWhenHopeless({ hopeless }: RunningPart, stop: (code: number) => Promise<void>): void {
  hopeless?.catch(() => stop(1));
}
