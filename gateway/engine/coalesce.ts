import { isDeepStrictEqual } from 'node:util';
import type { Viewer } from '../viewer.ts';
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
  /** By the viewer's subject: one has a few at most (turns), and mostly none. */
  const flights = new Map<string, Flight[]>();

  const land = (flight: Flight): void => {
    const { subject } = flight.viewer;
    const theirs = flights.get(subject);
    const place = theirs?.indexOf(flight) ?? -1;
    if (place < 0) return;
    if (theirs?.length === 1) flights.delete(subject);
    else theirs?.splice(place, 1);
  };

  const begin = (operation: Operation, viewer: Viewer): Promise<Answer> => {
    const answer = engine.execute(operation);
    const flight: Flight = { operation, viewer, answer };
    const theirs = flights.get(viewer.subject);
    if (theirs) theirs.push(flight);
    else flights.set(viewer.subject, [flight]);
    const landed = () => land(flight);
    answer.then(landed, landed);
    return answer;
  };

  const underWay = (operation: Operation, viewer: Viewer): Flight | undefined => {
    for (const flight of flights.get(viewer.subject) ?? [])
      if (!flight.operation.signal.aborted && isSame(flight, operation, viewer)) return flight;
    return undefined;
  };

  const read = (operation: Operation, viewer: Viewer): Promise<Answer> => {
    const flight = underWay(operation, viewer);
    if (!flight) return begin(operation, viewer);
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
          flights.delete(viewer.subject);
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
