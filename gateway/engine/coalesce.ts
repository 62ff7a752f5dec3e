import { isDeepStrictEqual } from 'node:util';
import type { Viewer } from '../viewer.ts';
import type { Answer, Engine, Operation } from './engine.ts';

/** A read under way, and how many wait for it. */
interface Flight {
  operation: Operation;
  viewer: Viewer;
  answer: Promise<Answer>;
  stop: AbortController;
  waiting: number;
}

/** For somebody who has gone: nobody reads it. */
const errors = [{ message: 'The caller has gone.', extensions: { code: 'GIVEN_UP' } }];
const GIVEN_UP: Answer = {
  executed: false,
  usedWindow: false,
  errors,
  body: Buffer.from(JSON.stringify({ errors })),
};

/**
 * Identical reads of one viewer that are under way at once are done once: the same operation with the same variables, asked
 * by the same viewer as a subgraph is told of them, for the same reason. Reads of nobody known are everybody's own.
 */
export function coalesce(engine: Engine): Engine {
  /** By the viewer's subject: one has a few at most (turns), and mostly none. */
  const flights = new Map<string, Set<Flight>>();

  const land = (flight: Flight): void => {
    const { subject } = flight.viewer;
    const theirs = flights.get(subject);
    if (theirs?.delete(flight) && theirs.size === 0) flights.delete(subject);
  };

  const begin = (operation: Operation, viewer: Viewer): Flight => {
    const stop = new AbortController();
    const answer = engine.execute({ ...operation, signal: stop.signal });
    const flight: Flight = { operation, viewer, answer, stop, waiting: 0 };
    const theirs = flights.get(viewer.subject);
    if (theirs) theirs.add(flight);
    else flights.set(viewer.subject, new Set([flight]));
    const landed = () => land(flight);
    answer.then(landed, landed);
    return flight;
  };

  const underWay = (operation: Operation, viewer: Viewer): Flight | undefined => {
    for (const flight of flights.get(viewer.subject) ?? [])
      if (flight.operation.node === operation.node && isSame(flight, operation, viewer)) return flight;
    return undefined;
  };

  /** Until it is answered, or this caller goes; the last to go ends it. */
  const wait = (flight: Flight, signal: AbortSignal): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const leave = () => {
        flight.waiting -= 1;
        if (flight.waiting === 0) {
          land(flight);
          flight.stop.abort();
        }
        resolve(GIVEN_UP);
      };
      flight.waiting += 1;
      // Not taken off: a signal is of one request, and to leave what is over is nothing.
      signal.addEventListener('abort', leave);
      flight.answer.then(resolve, reject);
    });

  return {
    prepare: (operation) => engine.prepare(operation),
    execute(operation) {
      const { viewer, node, signal } = operation;
      if (!viewer) return engine.execute(operation);
      if (node.operation !== 'query')
        return engine.execute(operation).finally(() => {
          // What this viewer asks next must see the change: no read that began before it is theirs to join.
          flights.delete(viewer.subject);
        });
      if (signal.aborted) return Promise.resolve(GIVEN_UP);
      return wait(underWay(operation, viewer) ?? begin(operation, viewer), signal);
    },
    subscribe: (operation) => engine.subscribe(operation),
    subgraphs: () => engine.subgraphs(),
    stop: () => engine.stop(),
  };
}

/** Whether one would be answered as the other, whose document is the same: of one viewer, with whatever token. */
function isSame(flight: Flight, { referral, variables }: Operation, viewer: Viewer): boolean {
  const { operation } = flight;
  return (
    operation.referral === referral &&
    (flight.viewer === viewer || isDeepStrictEqual(flight.viewer, viewer)) &&
    isDeepStrictEqual(operation.variables, variables)
  );
}
