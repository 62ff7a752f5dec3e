import { isDeepStrictEqual } from 'node:util';
import type { Viewer } from '../auth/viewer.ts';
import { bySubject } from '../limits/bySubject.ts';
import type { Answer, Engine, Operation } from './engine.ts';

/** A read under way. */
interface Flight {
  /** As the first of them asked; it ends where that caller goes. */
  operation: Operation;
  viewer: Viewer;
  answer: Promise<Answer>;
}

/**
 * Identical reads of one viewer that are under way at once are done once: the same operation with the same variables, asked
 * by the same viewer as a subgraph is told of them, for the same reason. Reads of nobody known are everybody's own.
 */
export function coalesce(engine: Engine): Engine {
  /** One has a few at most (turns), and mostly none. */
  const flightsOf = bySubject<Flight[]>(
    () => [],
    (flights) => flights.length === 0,
  );

  const begin = (operation: Operation, viewer: Viewer, flights: Flight[]): Promise<Answer> => {
    const answer = engine.execute(operation);
    const flight: Flight = { operation, viewer, answer };
    flights.push(flight);
    const land = () => {
      const place = flights.indexOf(flight);
      if (place >= 0) flights.splice(place, 1);
    };
    answer.then(land, land);
    return answer;
  };

  const read = (operation: Operation, viewer: Viewer): Promise<Answer> => {
    const flights = flightsOf(viewer.subject);
    const flight = flights.find((one) => !one.operation.signal.aborted && isSame(one, operation, viewer));
    if (!flight) return begin(operation, viewer, flights);
    // Where the first caller goes, whoever still waits begins anew.
    const isGivenUp = () => flight.operation.signal.aborted && !operation.signal.aborted;
    return flight.answer.then(
      (answer) => (isGivenUp() ? read(operation, viewer) : answer),
      (error: unknown) => (isGivenUp() ? read(operation, viewer) : Promise.reject(error)),
    );
  };

  return {
    prepare: (operation) => engine.prepare(operation),
    execute(operation) {
      const { viewer, node } = operation;
      if (!viewer) return engine.execute(operation);
      if (node.operation !== 'query')
        return engine.execute(operation).finally(() => {
          // What this viewer asks next must see the change: no read that began before it is theirs to join.
          flightsOf(viewer.subject).length = 0;
        });
      return read(operation, viewer);
    },
    subscribe: (operation) => engine.subscribe(operation),
    subgraphs: () => engine.subgraphs(),
    stop: () => engine.stop(),
  };
}

/** Whether one would be answered as the other: the same text is the same node, and a viewer the same with whatever token. */
function isSame(flight: Flight, { node, referral, variables }: Operation, viewer: Viewer): boolean {
  const { operation } = flight;
  return (
    operation.node === node &&
    operation.referral === referral &&
    (flight.viewer === viewer || isDeepStrictEqual(flight.viewer, viewer)) &&
    isDeepStrictEqual(operation.variables, variables)
  );
}
