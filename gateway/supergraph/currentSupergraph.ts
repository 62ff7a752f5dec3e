import type { Graph } from './servedSupergraph.ts';

/** The graph that is served, and the one before it until what was begun on it has ended. */
export interface Graphs {
  readonly current: Graph;
  /** Does work on the graph that is served now, and that stays whole until the work has ended. */
  use<T>(work: (graph: Graph) => Promise<T>): Promise<T>;
  /** Serves another from now on; resolves when the one before it is stopped. One after the other: two are alive at most. */
  swap(next: Graph): Promise<void>;
  stop(): Promise<void>;
}

interface Served {
  graph: Graph;
  uses: number;
  /** Called when the last use has ended. */
  onIdle: (() => void) | null;
}

/** @param patienceMs the former graph is stopped after so long, whatever it still does */
export function createGraphs(first: Graph, patienceMs: number): Graphs {
  let served: Served = { graph: first, uses: 0, onIdle: null };
  const alive = new Set([served]);
  let isStopped = false;
  const end = async (one: Served) => {
    if (alive.delete(one)) await one.graph.engine.stop();
  };
  const idle = (one: Served): Promise<void> =>
    new Promise((resolve) => {
      if (one.uses === 0) return resolve();
      const timer = setTimeout(resolve, patienceMs);
      timer.unref();
      one.onIdle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  return {
    get current() {
      return served.graph;
    },
    use(work) {
      const one = served;
      one.uses += 1;
      const ended = () => {
        one.uses -= 1;
        if (one.uses === 0) one.onIdle?.();
      };
      const running = work(one.graph);
      running.then(ended, ended);
      return running;
    },
    async swap(next) {
      if (isStopped) return next.engine.stop();
      const former = served;
      served = { graph: next, uses: 0, onIdle: null };
      alive.add(served);
      await idle(former);
      await end(former);
    },
    async stop() {
      isStopped = true;
      await Promise.all([...alive].map(end));
    },
  };
}
