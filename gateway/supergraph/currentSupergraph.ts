import type { ServedSupergraph } from './servedSupergraph.ts';

/** The supergraph that is served now. A replaced one stays alive until the work that it began has ended. */
export interface CurrentSupergraph {
  readonly served: ServedSupergraph;
  /** Does work with the served supergraph, which is not stopped before the work ends. */
  use<T>(work: (supergraph: ServedSupergraph) => Promise<T>): Promise<T>;
  /** Replaces the served supergraph. Resolves when the former one is stopped. Wait for it before the next replacement. */
  replace(next: ServedSupergraph): Promise<void>;
  stop(): Promise<void>;
}

interface Usage {
  supergraph: ServedSupergraph;
  uses: number;
  /** Called when the last use has ended. */
  onIdle: (() => void) | null;
}

/** @param patienceMs a replaced supergraph is stopped after this time, even if work is in progress */
export function createCurrentSupergraph(first: ServedSupergraph, patienceMs: number): CurrentSupergraph {
  let current: Usage = { supergraph: first, uses: 0, onIdle: null };
  const alive = new Set([current]);
  let isStopped = false;
  const stopEngine = async (usage: Usage) => {
    if (alive.delete(usage)) await usage.supergraph.engine.stop();
  };
  const becomesIdle = (usage: Usage): Promise<void> =>
    new Promise((resolve) => {
      if (usage.uses === 0) return resolve();
      const timer = setTimeout(resolve, patienceMs);
      timer.unref();
      usage.onIdle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  return {
    get served() {
      return current.supergraph;
    },
    async use(work) {
      const usage = current;
      usage.uses += 1;
      try {
        return await work(usage.supergraph);
      } finally {
        usage.uses -= 1;
        if (usage.uses === 0) usage.onIdle?.();
      }
    },
    async replace(next) {
      if (isStopped) return next.engine.stop();
      const former = current;
      current = { supergraph: next, uses: 0, onIdle: null };
      alive.add(current);
      await becomesIdle(former);
      await stopEngine(former);
    },
    async stop() {
      isStopped = true;
      await Promise.all([...alive].map(stopEngine));
    },
  };
}
