import { topic } from '../../telemetry.ts';
import type { FaultReason } from './fault.ts';

/** A request to a subgraph, at its end; one for each that was sent or refused by what guards the subgraph. */
export interface SubgraphAsked {
  subgraph: string;
  outcome: 'ANSWERED' | FaultReason;
  milliseconds: number;
}

/** What guards a subgraph, as it is now. */
export interface SubgraphState {
  subgraph: string;
  breaker: 'closed' | 'half-open' | 'open';
  /** Requests under way, and those that wait for a place among them. */
  running: number;
  waiting: number;
}

export const subgraphsAsked = topic<SubgraphAsked>('casegraph.subgraph');
/** A question: whoever guards subgraphs adds their states to the list at once. Asked when somebody looks, not at each change. */
export const subgraphStatesWanted = topic<SubgraphState[]>('casegraph.subgraph.states');
