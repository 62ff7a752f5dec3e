import { topic } from '../../telemetry/topics.ts';
import type { BreakerState } from './circuitBreaker.ts';
import type { FaultReason } from './subgraphFault.ts';

/** A request to a subgraph, its second try included, at its end. */
export interface SubgraphAsked {
  subgraph: string;
  isRead: boolean;
  /** Of the caller's request that it was for. */
  requestId: string;
  outcome: 'answered' | 'failed' | FaultReason;
  retried: boolean;
  /** Waiting and a second try included. */
  milliseconds: number;
}

/** How it stands with a subgraph now. */
export interface SubgraphState {
  subgraph: string;
  breaker: BreakerState;
  /** Requests under way, and those that wait for a connection. */
  running: number;
  waiting: number;
}

export const subgraphsAsked = topic<SubgraphAsked>('casegraph.subgraph');
