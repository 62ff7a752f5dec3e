import { channel } from 'node:diagnostics_channel';
import type { GraphQLFormattedError } from 'graphql';

/**
 * A kind of event that the gateway publishes for metrics. Without subscribers nothing is done. No message holds a value of a
 * request, of an answer or of a person.
 */
export interface Topic<Message> {
  /** Check it before making a message that costs time. */
  hasSubscribers(): boolean;
  publish(message: Message): void;
  /** @returns unsubscribes */
  subscribe(subscriber: (message: Message) => void): () => void;
}

export function createTopic<Message>(name: string): Topic<Message> {
  const diagnostics = channel(name);
  return {
    hasSubscribers: () => diagnostics.hasSubscribers,
    publish: (message) => diagnostics.publish(message),
    subscribe(subscriber) {
      const onMessage = (message: unknown) => subscriber(message as Message);
      diagnostics.subscribe(onMessage);
      return () => void diagnostics.unsubscribe(onMessage);
    },
  };
}

/** An admitted operation, at its end. */
export interface OperationEnded {
  /** Its name if it is a trusted document. Null for any other: the name is the client's text. */
  name: string | null;
  /** Null without an answer: the operation was cancelled or failed. */
  answer: { executed: boolean; errors: readonly GraphQLFormattedError[] } | null;
  /** Since the request came. */
  milliseconds: number;
}

export const operations = createTopic<OperationEnded>('casegraph.operation');
/** A person was looked up by an identity number, through this root field. */
export const personLookups = createTopic<{ field: string }>('casegraph.personLookup');
/** A request was refused: the code of the first error, and the limit that it names. */
export const refusals = createTopic<{ code: string; limit: string | null }>('casegraph.refusal');
/** A look-up in the document cache. */
export const documentLookups = createTopic<{ hit: boolean }>('casegraph.document');
/** A look-up of a compiled operation. Without a hit, the time of planning and compiling. */
export const planLookups = createTopic<{ hit: boolean; milliseconds: number }>('casegraph.plan');
/** An event stream was opened or closed. */
export const eventStreams = createTopic<{ change: 1 | -1 }>('casegraph.stream');
/** A new supergraph replaced the served one, or was refused. */
export const supergraphLoads = createTopic<{ outcome: 'loaded' | 'refused' }>('casegraph.supergraph');
