import { hash } from 'node:crypto';
import type { OperationDefinitionNode } from 'graphql';
import type { Viewer } from '../viewer.ts';
import type { Answer, Engine, Operation } from './engine.ts';

/** A read under way, and how many wait for it. */
interface Flight {
  key: string;
  subject: string;
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
  const flights = new Map<string, Flight>();
  const numbers = new WeakMap<OperationDefinitionNode, number>();
  let last = 0;
  const numberOf = (node: OperationDefinitionNode): number => {
    let number = numbers.get(node);
    if (number === undefined) {
      last += 1;
      number = last;
      numbers.set(node, number);
    }
    return number;
  };

  const said = new WeakMap<Viewer, string>();
  /** Of one viewer the same, whatever their token; one object is asked for again and again. Short, since each request's key has it. */
  const saidOf = (viewer: Viewer): string => {
    let text = said.get(viewer);
    if (text === undefined) {
      text = hash('sha256', JSON.stringify(viewer), 'base64');
      said.set(viewer, text);
    }
    return text;
  };

  const land = (flight: Flight): void => {
    if (flights.get(flight.key) === flight) flights.delete(flight.key);
  };

  const begin = (operation: Operation, key: string, subject: string): Flight => {
    const stop = new AbortController();
    const answer = engine.execute({ ...operation, signal: stop.signal });
    const flight: Flight = { key, subject, answer, stop, waiting: 0 };
    flights.set(key, flight);
    const landed = () => land(flight);
    answer.then(landed, landed);
    return flight;
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
      const { viewer, node, referral, variables, signal } = operation;
      if (!viewer) return engine.execute(operation);
      if (node.operation !== 'query')
        return engine.execute(operation).finally(() => {
          // What this viewer asks next must see the change: no read that began before it is theirs to join.
          for (const flight of flights.values()) if (flight.subject === viewer.subject) land(flight);
        });
      if (signal.aborted) return Promise.resolve(GIVEN_UP);
      const key = `${numberOf(node)} ${saidOf(viewer)} ${referral} ${JSON.stringify(variables)}`;
      return wait(flights.get(key) ?? begin(operation, key, viewer.subject), signal);
    },
    subscribe: (operation) => engine.subscribe(operation),
    subgraphs: () => engine.subgraphs(),
    stop: () => engine.stop(),
  };
}
