let flush: Promise<void> | null = null;

/**
 * When what is ready now is written: after all that had arrived was read. A write that finds the process at its other end
 * asleep wakes it, which costs more than the write; written one after the other, the first wakes it for all.
 */
export function nextFlush(): Promise<void> {
  flush ??= new Promise((resolve) => {
    setImmediate(() => {
      flush = null;
      resolve();
    });
  });
  return flush;
}
