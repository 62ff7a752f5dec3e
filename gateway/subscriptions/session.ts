import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStream } from '../../protocol/eventStream/openEventStream.ts';
import type { SubscriptionEvent } from '../execution/engine.ts';
import { type Refusal, refuse } from '../http/refusal.ts';

/** An open event stream of a client. */
export interface Session {
  end(refusal: Refusal): void;
}

export interface SessionOptions {
  /** Charges one event. @returns milliseconds until the user's budget allows it; 0 if it is charged now */
  charge(): number;
  /** Whether the user may still read: a refusal ends the stream. */
  checkAccess(): Promise<Refusal | null>;
  /** Receives unexpected errors. */
  onError(error: unknown): void;
  /** Called at the end. @param code why the stream ended */
  onEnd(events: number, code: string): void;
}

/** Proxies close a connection on which nothing comes, mostly after a minute. */
const HEARTBEAT_MS = 15_000;
/** Together with the age of introspection results less than a minute. */
export const ACCESS_CHECK_MS = 20_000;

/**
 * Sends events to a client, one after the other, until either side ends the stream.
 *
 * @param cancel aborted at the end: cancels the subscription at the subgraph
 */
export function startSession(
  events: AsyncIterable<SubscriptionEvent>,
  stream: EventStream,
  { charge, checkAccess, onError, onEnd }: SessionOptions,
  cancel: AbortController,
): Session {
  let sent = 0;
  let code: string | null = null;
  /** Everything up to here has been sent, or was not for this user. */
  let cursor: string | null = null;
  const end = (reason: string, refusal: Refusal | null = null) => {
    code ??= reason;
    stream.complete(refusal && JSON.stringify({ errors: refusal.errors }));
    cancel.abort();
  };
  const endWith = (refusal: Refusal) => end(refusal.code, refusal);
  const fail = (error: unknown) => {
    onError(error);
    endWith(refuse(500, 'INTERNAL_SERVER_ERROR', 'An internal error; the log has it under the x-request-id.'));
  };
  const heartbeats = setInterval(() => stream.beat(cursor) || end('SLOW_READER'), HEARTBEAT_MS);
  const accessChecks = setInterval(
    () => checkAccess().then((refusal) => refusal && endWith(refusal), fail),
    ACCESS_CHECK_MS,
  );

  /** Waits for the next minute's budget if this one's is used up. No event is lost. */
  const waitForBudget = async () => {
    for (let wait = charge(); wait > 0 && !cancel.signal.aborted; wait = charge())
      await sleep(wait, undefined, { signal: cancel.signal }).catch(() => undefined);
  };
  const sendAll = async () => {
    stream.beat(cursor);
    for await (const event of events) {
      if (event.answer) {
        // The reason why a stream ends is not charged.
        if (event.answer.executed) await waitForBudget();
        if (cancel.signal.aborted) return;
        cursor = event.cursor ?? cursor;
        await stream.next(event.answer.body.toString(), cursor);
        sent += 1;
      } else if (event.cursor !== null) {
        const isFirst = cursor === null;
        cursor = event.cursor;
        // A client that loses the connection before the first event also knows where to resume.
        if (isFirst) stream.beat(cursor);
      }
    }
  };
  sendAll()
    .then(() => end(cancel.signal.aborted ? 'CLIENT_DISCONNECTED' : 'COMPLETE'), fail)
    .finally(() => {
      clearInterval(heartbeats);
      clearInterval(accessChecks);
      onEnd(sent, code ?? 'COMPLETE');
    });
  return { end: endWith };
}
