import type { Logger } from 'pino';
import { sha256 } from '../documents/fingerprint.ts';
import { supergraphs } from '../telemetry/topics.ts';
import type { Graphs } from './currentSupergraph.ts';
import { type Graph, prepare } from './servedSupergraph.ts';
import { SupergraphFault } from './supergraphFault.ts';

/** The newest supergraph, where it could not be served. */
export interface RefusedSupergraph {
  /** Null where it could not even be read. */
  version: string | null;
  code: string;
}

export interface Reload {
  /** Serves another supergraph, or keeps the one before it; resolves when the one of both that is not served is stopped. */
  take(text: string): Promise<void>;
  refuse(version: string | null, fault: unknown): void;
  /** Null where the newest one is served. */
  readonly refused: RefusedSupergraph | null;
}

/** @param build @throws where the supergraph cannot be served */
export function createReload(graphs: Graphs, build: (text: string) => Promise<Graph>, log: Logger): Reload {
  let refused: RefusedSupergraph | null = null;
  const refuse = (version: string | null, fault: unknown) => {
    const { code, reason } = wordsOf(fault);
    refused = { version, code };
    log.error(
      { version, code, reason, served: graphs.current.version },
      'a new supergraph is refused; the old one stays',
    );
    supergraphs.tell({ outcome: 'refused' });
  };
  return {
    async take(text) {
      const version = sha256(text);
      let next: Graph | null = null;
      if (version !== graphs.current.version) {
        const began = performance.now();
        try {
          next = await build(text);
          await prepare(next);
        } catch (fault) {
          await next?.engine.stop();
          return refuse(version, fault);
        }
        log.info({ version, ms: Math.round(performance.now() - began) }, 'a new supergraph is served');
        supergraphs.tell({ outcome: 'loaded' });
      }
      refused = null;
      if (next) await graphs.swap(next);
    },
    refuse,
    get refused() {
      return refused;
    },
  };
}

/** What the log may say: never what stood in the file, which others' words quote. */
function wordsOf(fault: unknown): { code: string; reason: string } {
  if (fault instanceof SupergraphFault) return { code: fault.code, reason: fault.reason };
  return { code: 'FAILED', reason: fault instanceof Error ? fault.name : 'unknown' };
}
