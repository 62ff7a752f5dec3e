import { setTimeout as sleep } from 'node:timers/promises';
import { createBreaker } from './breaker.ts';
import { type ClientOptions, createSubgraphClient, type SubgraphReply } from './client.ts';
import { SubgraphFault } from './fault.ts';
import { createSubgraphStreams, type Streamed } from './stream.ts';
import { type SubgraphRequest, type SubgraphState, subgraphEnd, subgraphStart } from './telemetry.ts';

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

/** The second try comes after half of this to the whole of it, so that not everybody's comes at once. */
const PAUSE_MS = 100;

export function createSubgraph({ name, timeoutMs, ...options }: SubgraphOptions): Subgraph {
  const client = createSubgraphClient({ ...options, connectMs: timeoutMs });
  const streams = createSubgraphStreams({ url: options.url, timeoutMs });
  const breaker = createBreaker();

  function tryTwice(question: SubgraphQuestion, watched: SubgraphRequest | null): Promise<SubgraphReply> {
    const until = performance.now() + timeoutMs;
    return send(question, watched, timeoutMs).catch((error: unknown) => tryAgain(question, watched, until, error));
  }

  function send({ body, headers, signal }: SubgraphQuestion, watched: SubgraphRequest | null, within: number) {
    return client.post(body, watched ? { ...watched.headers, ...headers() } : headers(), signal, within);
  }

  async function tryAgain(
    question: SubgraphQuestion,
    watched: SubgraphRequest | null,
    until: number,
    error: unknown,
  ): Promise<SubgraphReply> {
    const pause = PAUSE_MS * (0.5 + Math.random() / 2);
    if (!mayBeSentAgain(error, question.isRead) || performance.now() + pause > until) throw error;
    if (watched) watched.retried = true;
    await sleep(pause, undefined, { signal: question.signal }).catch(() => undefined);
    return send(question, watched, until - performance.now());
  }

  function askWatched(question: SubgraphQuestion): Promise<SubgraphReply> {
    const { isRead, requestId } = question;
    const watched: SubgraphRequest = { subgraph: name, isRead, requestId, headers: {} };
    subgraphStart.publish(watched);
    const begun = performance.now();
    const tell = (outcome: SubgraphRequest['outcome']) => {
      if (outcome) watched.outcome = outcome;
      watched.ms = performance.now() - begun;
      subgraphEnd.publish(watched);
    };
    const asked = breaker.run(() => tryTwice(question, watched));
    asked.then(
      () => tell('answered'),
      (error) => tell(error instanceof SubgraphFault ? error.reason : undefined),
    );
    return asked;
  }

  return {
    ask: (question) =>
      subgraphStart.hasSubscribers || subgraphEnd.hasSubscribers
        ? askWatched(question)
        : breaker.run(() => tryTwice(question, null)),
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
