import { setTimeout as sleep } from 'node:timers/promises';
import type { Happening } from '../execution/engine.ts';
import { type Refusal, refuse } from '../http/refusal.ts';
import type { EventStream } from './eventStream.ts';

/** A stream under way. */
export interface Session {
  end(refusal: Refusal): void;
}

/** Whether a caller may receive the next event. */
export interface Permission {
  /** Milliseconds until the caller's share allows one more event; 0 where it does now, and it is charged. */
  charge(): number;
  /** Why the caller may not go on; null where they may. */
  whyNot(): Promise<Refusal | null>;
}

export interface Followable extends Permission {
  /** Told of what nobody foresaw. */
  failed(error: unknown): void;
}

/** Proxies give up a connection on which nothing comes, mostly after a minute. */
const BEAT_MS = 15_000;
/** How often it is asked whether a caller may go on: with the age of the provider's word less than a minute. */
export const ASKED_AGAIN_MS = 20_000;

/**
 * Passes on what happens, one event after the other, until one side ends it.
 *
 * @param stop what is behind it ends with it
 * @param over told how many events were sent, and why it ended
 */
export function startSession(
  happenings: AsyncIterable<Happening>,
  stream: EventStream,
  { charge, whyNot, failed }: Followable,
  stop: AbortController,
  over: (events: number, code: string) => void,
): Session {
  let events = 0;
  let code: string | null = null;
  const end = (why: string, refusal: Refusal | null = null) => {
    code ??= why;
    stream.complete(refusal && JSON.stringify({ errors: refusal.errors }));
    stop.abort();
  };
  const endBy = (refusal: Refusal) => end(String(refusal.errors[0]?.extensions?.code), refusal);
  const fail = (error: unknown) => {
    failed(error);
    endBy(refuse(500, 'INTERNAL_SERVER_ERROR', 'An internal error; the log has it under the x-request-id.'));
  };
  const beat = setInterval(() => stream.beat() || end('SLOW_READER'), BEAT_MS);
  const ask = setInterval(() => whyNot().then((refusal) => refusal && endBy(refusal), fail), ASKED_AGAIN_MS);

  /** What costs more than the minute's share allows waits for the next minute; nothing of it is lost. */
  const afford = async () => {
    for (let wait = charge(); wait > 0 && !stop.signal.aborted; wait = charge())
      await sleep(wait, undefined, { signal: stop.signal }).catch(() => undefined);
  };
  const passOn = async () => {
    stream.beat();
    let isPlaced = false;
    for await (const { cursor, answer } of happenings) {
      if (answer) {
        // Why it does not go on is nobody's event.
        if (answer.executed) await afford();
        if (stop.signal.aborted) return;
        await stream.next(answer.body.toString(), cursor);
        events += 1;
      } else if (cursor !== null) {
        stream.passed(cursor);
        // Whoever loses the connection before anything has happened knows from where to go on.
        if (!isPlaced) stream.beat();
        isPlaced = true;
      }
    }
  };
  passOn()
    .then(() => end(stop.signal.aborted ? 'CALLER_GONE' : 'COMPLETE'), fail)
    .finally(() => {
      clearInterval(beat);
      clearInterval(ask);
      over(events, code ?? 'COMPLETE');
    });
  return { end: endBy };
}
