import { setTimeout as sleep } from 'node:timers/promises';
import { createBreaker } from './circuitBreaker.ts';
import { createSubgraphStreams, type Streamed } from './eventStreamClient.ts';
import { type ClientOptions, createSubgraphClient, type SubgraphReply } from './httpClient.ts';
import { SubgraphFault } from './subgraphFault.ts';
import { type SubgraphAsked, type SubgraphState, subgraphsAsked } from './subgraphTelemetry.ts';

export interface SubgraphQuestion {
  body: Buffer;
  /** Whether it changes nothing, and may be asked twice. */
  isRead: boolean;
  requestId: string;
  /** Made for each time that it is sent: a signed context is good for one request. */
  headers(): Record<string, string>;
  signal: AbortSignal;
}

/** A subgraph that may be slow, down or wrong. */
export interface Subgraph {
  /** @throws SubgraphFault */
  ask(question: SubgraphQuestion): Promise<SubgraphReply>;
  /** What it streams from now on. @throws SubgraphFault where it does not begin, and where it breaks off */
  follow(question: Pick<SubgraphQuestion, 'body' | 'headers' | 'signal'>): Promise<AsyncIterable<Streamed>>;
  state(): SubgraphState;
  close(): Promise<void>;
}

export interface SubgraphOptions extends Omit<ClientOptions, 'connectMs'> {
  name: string;
  /** What a question may take, waiting and a second try included. */
  timeoutMs: number;
}

/** A question under way. */
interface Course {
  /** By performance.now(). */
  begun: number;
  retried: boolean;
}

/** The second try comes after half of this to the whole of it, so that not everybody's comes at once. */
const PAUSE_MS = 100;

export function createSubgraph({ name, timeoutMs, ...options }: SubgraphOptions): Subgraph {
  const client = createSubgraphClient({ ...options, connectMs: timeoutMs });
  const streams = createSubgraphStreams({ url: options.url, timeoutMs });
  const breaker = createBreaker();

  function send({ body, headers, signal }: SubgraphQuestion, within: number): Promise<SubgraphReply> {
    return client.post(body, headers, signal, within);
  }

  async function tryAgain(question: SubgraphQuestion, course: Course, error: unknown): Promise<SubgraphReply> {
    const until = course.begun + timeoutMs;
    const pause = PAUSE_MS * (0.5 + Math.random() / 2);
    if (!mayBeSentAgain(error, question.isRead) || performance.now() + pause > until) throw error;
    course.retried = true;
    await sleep(pause, undefined, { signal: question.signal }).catch(() => undefined);
    return send(question, until - performance.now());
  }

  return {
    ask(question) {
      const course: Course = { begun: performance.now(), retried: false };
      const asked = breaker.run(() =>
        send(question, timeoutMs).catch((error: unknown) => tryAgain(question, course, error)),
      );
      if (subgraphsAsked.hasListeners()) {
        const tell = (outcome: SubgraphAsked['outcome']) => {
          const { isRead, requestId } = question;
          const milliseconds = performance.now() - course.begun;
          subgraphsAsked.tell({ subgraph: name, isRead, requestId, outcome, retried: course.retried, milliseconds });
        };
        asked.then(
          () => tell('answered'),
          (error: unknown) => tell(error instanceof SubgraphFault ? error.reason : 'failed'),
        );
      }
      return asked;
    },
    follow: ({ body, headers, signal }) => breaker.run(() => streams.open(body, headers(), signal)),
    state: () => ({ subgraph: name, breaker: breaker.state, running: client.running, waiting: client.waiting }),
    async close() {
      await Promise.all([client.close(), streams.close()]);
    },
  };
}

/** A change is made once: it is sent again only where nothing of it can have arrived. */
function mayBeSentAgain(error: unknown, isRead: boolean): boolean {
  return error instanceof SubgraphFault && error.reason === 'UNREACHABLE' && (isRead || error.isUnsent);
}
