/** Why a subgraph gave no answer that can be used. */
export type FaultReason =
  /** It could not be connected to, broke off, or said that it is not available. */
  | 'UNREACHABLE'
  | 'TIMED_OUT'
  /** It answered with another status than 200. */
  | 'REFUSED'
  | 'TOO_LARGE'
  /** What it answered is no GraphQL response, or does not fit what was asked. */
  | 'NOT_AN_ANSWER'
  /** Whoever asked has gone. */
  | 'GIVEN_UP';

/** A subgraph that did not answer. What it said, and where it is, stays out of the message. */
export class SubgraphFault extends Error {
  readonly reason: FaultReason;

  constructor(reason: FaultReason, options?: ErrorOptions) {
    super(reason, options);
    this.reason = reason;
  }
}
