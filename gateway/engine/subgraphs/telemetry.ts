import { type Channel, channel } from 'node:diagnostics_channel';
import type { BreakerState } from './breaker.ts';
import type { FaultReason } from './fault.ts';

/** A request to a subgraph, its retry included; the same object at its start and at its end. */
export interface SubgraphRequest {
  readonly subgraph: string;
  readonly isRead: boolean;
  readonly requestId: string;
  /** Sent with it, which a subscriber to its start may add to. */
  readonly headers: Record<string, string>;
  /** At the end. */
  outcome?: 'answered' | FaultReason;
  retried?: boolean;
  ms?: number;
}

/** How it stands with a subgraph now. */
export interface SubgraphState {
  subgraph: string;
  breaker: BreakerState;
  /** Requests under way, and those that wait for a connection. */
  running: number;
  waiting: number;
}

/** Nothing is made or measured for these while nobody listens. */
export const subgraphStart = channel('casegraph.subgraph.start') as Channel<SubgraphRequest>;
export const subgraphEnd = channel('casegraph.subgraph.end') as Channel<SubgraphRequest>;
