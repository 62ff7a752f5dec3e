import { channel } from 'node:diagnostics_channel';
import type { GraphQLFormattedError } from 'graphql';

/**
 * What the gateway tells of its work to whoever counts (metrics/). Told to nobody where nobody listens; no message holds a
 * value of a request, of an answer or of a person.
 */
export interface Topic<Message> {
  /** Asked before a message is made, so that it costs nothing where nobody listens. */
  hasListeners(): boolean;
  tell(message: Message): void;
  /** @returns ends it */
  listen(listener: (message: Message) => void): () => void;
}

export function topic<Message>(name: string): Topic<Message> {
  const it = channel(name);
  return {
    hasListeners: () => it.hasSubscribers,
    tell: (message) => it.publish(message),
    listen(listener) {
      const onMessage = (message: unknown) => listener(message as Message);
      it.subscribe(onMessage);
      return () => void it.unsubscribe(onMessage);
    },
  };
}

/** An operation that the door let through, at its end. */
export interface OperationEnded {
  /** Its name where it is one of the trusted documents; null for any other, whose name is the caller's. */
  name: string | null;
  /** Null where there is no answer: it was given up, or something went wrong. */
  answer: { executed: boolean; errors: readonly GraphQLFormattedError[] } | null;
  /** Since its request came. */
  milliseconds: number;
}

export const operationsEnded = topic<OperationEnded>('casegraph.operation');
/** A person was looked up by an identity number, by this field of the root. */
export const lookUpsAsked = topic<{ field: string }>('casegraph.lookUp');
/** Requests that were turned away, with the code of the first error and the limit that it names. */
export const refusals = topic<{ code: string; limit: string | null }>('casegraph.refusal');
/** Documents that were asked for: whether they were known from before. */
export const documentsAsked = topic<{ kept: boolean }>('casegraph.document');
/** Programs that were asked for: whether one was known from before, or how long planning and compiling took. */
export const plansAsked = topic<{ kept: boolean; milliseconds: number }>('casegraph.plan');
/** Event streams: opened or closed. */
export const streamsChanged = topic<{ by: 1 | -1 }>('casegraph.stream');
/** Supergraphs that came while another was served. */
export const supergraphs = topic<{ outcome: 'loaded' | 'refused' }>('casegraph.supergraph');
