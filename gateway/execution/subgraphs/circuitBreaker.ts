import {
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  isBrokenCircuitError,
} from 'cockatiel';
import { SubgraphFault } from './subgraphFault.ts';

export type BreakerState = 'closed' | 'open' | 'halfOpen';

/** Sends nothing for a while to a subgraph that does not answer: clients learn at once what they would learn after waiting. */
export interface CircuitBreaker {
  readonly state: BreakerState;
  /** @throws SubgraphFault BREAKER_OPEN, or what the work throws */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** Failures in a row after which it opens. */
const MAX_FAILURES = 5;
/** A trial request is sent after a second, then at growing intervals. */
const BACKOFF = { initialDelay: 1_000, maxDelay: 5_000 };

const STATES: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'halfOpen',
  [CircuitState.Isolated]: 'open',
};

export function createCircuitBreaker(): CircuitBreaker {
  const policy = circuitBreaker(
    // A trial that the client cancels proves nothing: every error keeps a half-open breaker from closing.
    handleWhen((error) => isOutage(error) || policy.state === CircuitState.HalfOpen),
    { breaker: new ConsecutiveBreaker(MAX_FAILURES), halfOpenAfter: new ExponentialBackoff(BACKOFF) },
  );
  return {
    get state() {
      return STATES[policy.state];
    },
    async run(work) {
      // The library would let others wait for the end of the trial.
      if (policy.state === CircuitState.HalfOpen) throw new SubgraphFault('BREAKER_OPEN');
      try {
        return await policy.execute(work);
      } catch (error) {
        throw isBrokenCircuitError(error) ? new SubgraphFault('BREAKER_OPEN') : error;
      }
    },
  };
}

/** A subgraph that answers is available, whatever it says. One operation that it refuses must not close it to others. */
function isOutage(error: unknown): boolean {
  return error instanceof SubgraphFault && (error.reason === 'UNREACHABLE' || error.reason === 'TIMED_OUT');
}
