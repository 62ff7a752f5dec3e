import type { Answer, SubscriptionEvent } from '../engine.ts';
import type { StreamedEvent } from '../subgraphs/eventStreamClient.ts';
import { SubgraphFault } from '../subgraphs/subgraphFault.ts';

/** How a subscription is served from the stream of one subgraph. */
export interface SubscriptionSource {
  /** Opens the stream. @throws SubgraphFault */
  open(): Promise<AsyncIterable<StreamedEvent>>;
  /** Adds what the other agencies know about an event. @throws SubgraphFault where they can no longer be asked */
  complete(streamed: Buffer): Promise<CompletedEvent>;
  /** What the client gets where the stream does not start, or breaks. */
  failed(fault: SubgraphFault): Answer;
}

export interface CompletedEvent extends Answer {
  /** False where all data of the event is missing. */
  hasData: boolean;
}

/** Serves events one after the other: the next one is read after the client has taken this one. */
export async function subscriptionEvents(
  source: SubscriptionSource,
): Promise<Answer | AsyncIterable<SubscriptionEvent>> {
  try {
    return completeEvents(await source.open(), source);
  } catch (error) {
    if (!(error instanceof SubgraphFault)) throw error;
    return source.failed(error);
  }
}

async function* completeEvents(
  streamed: AsyncIterable<StreamedEvent>,
  { complete, failed }: SubscriptionSource,
): AsyncGenerator<SubscriptionEvent, void> {
  try {
    for await (const { cursor, body } of streamed) {
      const completed = body && (await complete(body));
      if (completed?.hasData === false) {
        // Without a cursor: a client that resumes gets this event again.
        yield { cursor: null, answer: completed };
        return;
      }
      yield { cursor, answer: completed };
    }
  } catch (error) {
    if (!(error instanceof SubgraphFault)) throw error;
    if (error.reason !== 'GIVEN_UP') yield { cursor: null, answer: failed(error) };
  }
}
