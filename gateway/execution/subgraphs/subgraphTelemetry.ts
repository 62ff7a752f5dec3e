import { createTopic } from '../../telemetry/topics.ts';
import type { BreakerState } from './circuitBreaker.ts';
import type { FaultReason } from './subgraphFault.ts';

/** A request to a subgraph, including a retry, at its end. */
export interface SubgraphRequestEnded {
  subgraph: string;
  isRead: boolean;
  /** Of the client's request that it was made for. */
  requestId: string;
  outcome: 'answered' | 'failed' | FaultReason;
  retried: boolean;
  /** Including waiting and a retry. */
  milliseconds: number;
}

/** The current state of a subgraph. */
export interface SubgraphState {
  subgraph: string;
  breaker: BreakerState;
  /** Requests in progress. */
  running: number;
  /** Requests that wait for a connection. */
  waiting: number;
}

export const subgraphRequests = createTopic<SubgraphRequestEnded>('casegraph.subgraph');
