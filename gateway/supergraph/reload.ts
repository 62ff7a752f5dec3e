import type { Logger } from 'pino';
import { sha256 } from '../documents/fingerprint.ts';
import { supergraphLoads } from '../telemetry/topics.ts';
import type { CurrentSupergraph } from './currentSupergraph.ts';
import { planTrustedOperations, type ServedSupergraph } from './servedSupergraph.ts';
import { SupergraphFault } from './supergraphFault.ts';

/** The newest supergraph, if it could not be served. */
export interface RefusedSupergraph {
  /** Null where it could not even be read. */
  version: string | null;
  code: string;
}

export interface Reload {
  /** Serves a new supergraph, or keeps the old one if the new one has faults. Resolves when the other one is stopped. */
  load(text: string): Promise<void>;
  refuse(version: string | null, fault: unknown): void;
  /** Null where the newest supergraph is served. */
  readonly refused: RefusedSupergraph | null;
}

/** @param build @throws where the supergraph cannot be served */
export function createReload(
  current: CurrentSupergraph,
  build: (text: string) => Promise<ServedSupergraph>,
  log: Logger,
): Reload {
  let refused: RefusedSupergraph | null = null;
  const refuse = (version: string | null, fault: unknown) => {
    const { code, reason } = loggable(fault);
    refused = { version, code };
    log.error(
      { version, code, reason, served: current.served.version },
      'a new supergraph is refused; the old one stays',
    );
    supergraphLoads.publish({ outcome: 'refused' });
  };
  return {
    async load(text) {
      const version = sha256(text);
      let next: ServedSupergraph | null = null;
      if (version !== current.served.version) {
        const startedAt = performance.now();
        try {
          next = await build(text);
          await planTrustedOperations(next);
        } catch (fault) {
          await next?.engine.stop();
          return refuse(version, fault);
        }
        log.info({ version, ms: Math.round(performance.now() - startedAt) }, 'a new supergraph is served');
        supergraphLoads.publish({ outcome: 'loaded' });
      }
      refused = null;
      if (next) await current.replace(next);
    },
    refuse,
    get refused() {
      return refused;
    },
  };
}

/** The log must not contain the supergraph, which messages of libraries quote. */
function loggable(fault: unknown): { code: string; reason: string } {
  if (fault instanceof SupergraphFault) return { code: fault.code, reason: fault.reason };
  return { code: 'FAILED', reason: fault instanceof Error ? fault.name : 'unknown' };
}
