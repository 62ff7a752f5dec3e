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

/** Does not ask a subgraph for a while that does not answer: callers hear at once what they would hear after waiting. */
export interface Breaker {
  readonly state: BreakerState;
  /** @throws SubgraphFault BREAKER_OPEN, or what the work throws */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** Requests after each other that fail before it opens; one that is answered begins the count anew. */
const MOST_FAILURES = 5;
/** It is tried again after a second, then more and more seldom, and by one request at a time. */
const BACKOFF = { initialDelay: 1_000, maxDelay: 5_000 };

const NAMES: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.HalfOpen]: 'halfOpen',
  [CircuitState.Isolated]: 'open',
};

export function createBreaker(): Breaker {
  const policy = circuitBreaker(
    // A trial that nobody waited for to the end has shown nothing.
    handleWhen((error) => isOutage(error) || policy.state === CircuitState.HalfOpen),
    { breaker: new ConsecutiveBreaker(MOST_FAILURES), halfOpenAfter: new ExponentialBackoff(BACKOFF) },
  );
  let hasFailed = false;
  /** The library hears of what was not run through it, and which it would not have kept from running. */
  const tell = async (outcome: () => Promise<void>) => {
    if (policy.state === CircuitState.Closed) await policy.execute(outcome).catch(() => undefined);
  };
  const succeeded = <T>(answer: T): T => {
    if (hasFailed) {
      hasFailed = false;
      void tell(async () => undefined);
    }
    return answer;
  };
  const failed = async (error: unknown): Promise<never> => {
    hasFailed = true;
    await tell(() => Promise.reject(error));
    throw error;
  };
  const tryAgain = async <T>(work: () => Promise<T>): Promise<T> => {
    // The library would have others wait for the end of the trial.
    if (policy.state === CircuitState.HalfOpen) throw new SubgraphFault('BREAKER_OPEN');
    try {
      return await policy.execute(work);
    } catch (error) {
      throw isBrokenCircuitError(error) ? new SubgraphFault('BREAKER_OPEN') : error;
    }
  };
  return {
    get state() {
      return NAMES[policy.state];
    },
    run: (work) => (policy.state === CircuitState.Closed ? work().then(succeeded, failed) : tryAgain(work)),
  };
}

/** One that answers, whatever it says, is there: an operation that it refuses must not close it to others. */
function isOutage(error: unknown): boolean {
  return error instanceof SubgraphFault && (error.reason === 'UNREACHABLE' || error.reason === 'TIMED_OUT');
}
