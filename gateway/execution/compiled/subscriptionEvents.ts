import type { Answer, Happening } from '../engine.ts';
import type { Streamed } from '../subgraphs/eventStreamClient.ts';
import { SubgraphFault } from '../subgraphs/subgraphFault.ts';

/** A subscription, as the subgraph streams it that it begins at. */
export interface Begun {
  /** @throws SubgraphFault */
  open(): Promise<AsyncIterable<Streamed>>;
  /** What the other agencies add to an event. @throws SubgraphFault where they cannot be asked any more */
  complete(streamed: Buffer): Promise<Completed>;
  /** What the caller is told where the stream does not begin, or breaks off. */
  failed(fault: SubgraphFault): Answer;
}

export interface Completed extends Answer {
  /** False where nothing of the event could be told. */
  hasData: boolean;
}

/** One event after the other: the next is not read before this one has been taken. */
export async function happeningsOf(begun: Begun): Promise<Answer | AsyncIterable<Happening>> {
  try {
    return passOn(await begun.open(), begun);
  } catch (error) {
    if (!(error instanceof SubgraphFault)) throw error;
    return begun.failed(error);
  }
}

async function* passOn(
  streamed: AsyncIterable<Streamed>,
  { complete, failed }: Begun,
): AsyncGenerator<Happening, void> {
  try {
    for await (const { cursor, body } of streamed) {
      const completed = body && (await complete(body));
      if (completed?.hasData === false) {
        // It is not passed over, but told to whoever comes again after the one before.
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
