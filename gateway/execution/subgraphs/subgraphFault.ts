/** Why a subgraph gave no usable answer. */
export type FaultReason =
  /** No connection, a broken connection, or a balancer that says that the subgraph is not available. */
  | 'UNREACHABLE'
  | 'TIMED_OUT'
  /** It failed repeatedly: no request is sent for a while. */
  | 'BREAKER_OPEN'
  /** Too many requests to it are in progress and waiting. */
  | 'OVERLOADED'
  /** It answered with a status other than 200. */
  | 'REFUSED'
  | 'TOO_LARGE'
  /** Its answer is not a GraphQL response, or does not match the request. */
  | 'NOT_AN_ANSWER'
  /** The client has disconnected. */
  | 'GIVEN_UP';

export interface FaultOptions extends ErrorOptions {
  /** Whether nothing of the request was written to a connection. */
  isUnsent?: boolean;
}

/** A subgraph did not answer. The message does not contain its address or what it said. */
export class SubgraphFault extends Error {
  readonly reason: FaultReason;
  readonly isUnsent: boolean;

  constructor(reason: FaultReason, { isUnsent = false, ...options }: FaultOptions = {}) {
    super(reason, options);
    this.reason = reason;
    this.isUnsent = isUnsent;
  }
}
