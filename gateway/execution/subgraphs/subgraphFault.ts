/** Why a subgraph gave no answer that can be used. */
export type FaultReason =
  /** It could not be connected to, broke off, or said that it is not available. */
  | 'UNREACHABLE'
  | 'TIMED_OUT'
  /** It has failed so often that it is not asked for a while. */
  | 'BREAKER_OPEN'
  /** So many requests to it are under way, and wait, that no more are taken on. */
  | 'OVERLOADED'
  /** It answered with another status than 200. */
  | 'REFUSED'
  | 'TOO_LARGE'
  /** What it answered is no GraphQL response, or does not fit what was asked. */
  | 'NOT_AN_ANSWER'
  /** Whoever asked has gone. */
  | 'GIVEN_UP';

export interface FaultOptions extends ErrorOptions {
  /** Whether nothing of the request was written to a connection. */
  isUnsent?: boolean;
}

/** A subgraph that did not answer. What it said, and where it is, stays out of the message. */
export class SubgraphFault extends Error {
  readonly reason: FaultReason;
  readonly isUnsent: boolean;

  constructor(reason: FaultReason, { isUnsent = false, ...options }: FaultOptions = {}) {
    super(reason, options);
    this.reason = reason;
    this.isUnsent = isUnsent;
  }
}
