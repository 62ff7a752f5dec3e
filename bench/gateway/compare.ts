import { isDeepStrictEqual } from 'node:util';
import { ask, type BenchOperation, isOk } from '../harness/load.ts';
import type { GatewayName } from './gateways.ts';
import type { OperationName, Operations } from './operations.ts';
import type { RunningGateway } from './runningGateway.ts';
import { type CannedSubgraphs, type PerSubgraph, total } from './subgraphs/start.ts';

/** What one gateway did before anything was measured. */
export interface Answered {
  /** To each client. */
  data: unknown[];
  /** Of the whole answer to each. */
  bytes: number[];
  /** For the first. */
  fetches: PerSubgraph;
}

export type Compared = Readonly<Record<OperationName, ReadonlyMap<GatewayName, Answered>>>;

/** What the operations are meant to be: a page of records from everywhere, and one record from one place. */
const MEANT = {
  heavy: { fetches: 8, subgraphs: 4, leastBytes: 45_000, mostBytes: 56_000 },
  light: { fetches: 1, subgraphs: 1, leastBytes: 256, mostBytes: 1_024 },
} as const satisfies Record<OperationName, object>;

/**
 * Asks all gateways what each client will ask.
 * @throws where one does not answer as the floor does, or where the floor's answer or @apollo/gateway's fetches are not what
 *   the operation is meant to be
 */
export async function compareAnswers(
  gateways: readonly RunningGateway[],
  operations: Operations,
  subgraphs: CannedSubgraphs,
  clients: number,
): Promise<Compared> {
  const compareAll = async (name: OperationName) => {
    const answered = new Map<GatewayName, Answered>();
    for (const gateway of gateways)
      answered.set(gateway.name, await askAll(gateway, operations[name], subgraphs, clients));
    requireSame(name, answered);
    return answered;
  };
  return { heavy: await compareAll('heavy'), light: await compareAll('light') };
}

function requireSame(operation: OperationName, answered: ReadonlyMap<GatewayName, Answered>): void {
  const floor = answered.get('floor');
  if (!floor) throw new Error('There is no floor to compare with.');
  const meant = MEANT[operation];
  const unmeant = floor.bytes.find((bytes) => bytes < meant.leastBytes || bytes > meant.mostBytes);
  if (unmeant) throw new Error(`An answer to the ${operation} query has ${unmeant} bytes.`);
  for (const [name, { data, fetches }] of answered) {
    if (!isDeepStrictEqual(data, floor.data))
      throw new Error(`${name} answers the ${operation} query otherwise than the floor.`);
    const isMeant = total(fetches) === meant.fetches && distinct(fetches) === meant.subgraphs;
    if (name === 'apollo' && !isMeant)
      throw new Error(`@apollo/gateway fetches for the ${operation} query: ${JSON.stringify(fetches)}.`);
  }
}

async function askAll(
  { name, target }: RunningGateway,
  operation: BenchOperation,
  subgraphs: CannedSubgraphs,
  clients: number,
): Promise<Answered> {
  const answers: { data: unknown; bytes: number }[] = [];
  await subgraphs.asked();
  const askAs = async (client: number) => {
    const { head, body } = await ask(target, operation, client);
    const { data, errors } = JSON.parse(body.toString());
    if (!isOk(head) || errors)
      throw new Error(`${name} does not answer ${operation.query}: ${head}\n${body.toString().slice(0, 300)}`);
    answers.push({ data, bytes: body.length });
  };
  await askAs(0);
  const fetches = await subgraphs.asked();
  for (let client = 1; client < clients; client += 1) await askAs(client);
  return { data: answers.map(({ data }) => data), bytes: answers.map(({ bytes }) => bytes), fetches };
}

function distinct(fetches: PerSubgraph): number {
  return Object.values(fetches).filter((count) => count > 0).length;
}
