import { availableParallelism, loadavg } from 'node:os';

/** Where a bench says what it does and what it found. */
export interface Report {
  /** A step under way: for people, on standard error where the result is JSON. */
  progress(text: string): void;
  /** The result, once: one JSON object, or the lines for people. */
  result(figures: Readonly<Record<string, unknown>>, lines: readonly string[]): void;
}

/** Says at once where the machine is busy with something else: figures of a bench are then not the system's own. */
export function createReport(json: boolean): Report {
  const progress = (text: string) => (json ? console.error(text) : console.log(text));
  const [load = 0] = loadavg();
  const cores = availableParallelism();
  if (load > cores / 2) progress(`This machine is busy: load ${load.toFixed(1)} on ${cores} cores before the bench.`);
  return {
    progress,
    result: (figures, lines) => console.log(json ? JSON.stringify(figures) : ['', ...lines].join('\n')),
  };
}
