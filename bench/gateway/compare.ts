import { isDeepStrictEqual } from 'node:util';
import type { GatewayName } from './gateways.ts';
import { ask, isOk } from './load.ts';
import { OPERATIONS, type OperationName } from './operations.ts';
import type { RunningGateway } from './runningGateway.ts';
import type { CannedSubgraphs, PerSubgraph } from './subgraphs/start.ts';

/** What one gateway did before anything was measured. */
export interface Answered {
  data: unknown;
  /** Of the whole answer. */
  bytes: number;
  fetches: PerSubgraph;
}

export type Compared = Readonly<Record<OperationName, ReadonlyMap<GatewayName, Answered>>>;

/** What the operations are meant to be: a page of records from everywhere, and one record from one place. */
const MEANT = {
  heavy: { fetches: 8, subgraphs: 4, leastBytes: 45_000, mostBytes: 56_000 },
  light: { fetches: 1, subgraphs: 1, leastBytes: 256, mostBytes: 1_024 },
} as const satisfies Record<OperationName, object>;

/**
 * Asks all gateways everything once.
 * @throws where one does not answer as the floor does, or where the floor's answer or @apollo/gateway's fetches are not what
 *   the operation is meant to be
 */
export async function compareAnswers(
  gateways: readonly RunningGateway[],
  subgraphs: CannedSubgraphs,
): Promise<Compared> {
  return { heavy: await compare('heavy', gateways, subgraphs), light: await compare('light', gateways, subgraphs) };
}

async function compare(
  operation: OperationName,
  gateways: readonly RunningGateway[],
  subgraphs: CannedSubgraphs,
): Promise<Compared[OperationName]> {
  const answered = new Map<GatewayName, Answered>();
  for (const gateway of gateways) answered.set(gateway.name, await askCounting(gateway, operation, subgraphs));
  const floor = answered.get('floor');
  const meant = MEANT[operation];
  if (!floor) throw new Error('There is no floor to compare with.');
  if (floor.bytes < meant.leastBytes || floor.bytes > meant.mostBytes)
    throw new Error(`The ${operation} answer has ${floor.bytes} bytes.`);
  for (const [name, { data, fetches }] of answered) {
    if (!isDeepStrictEqual(data, floor.data))
      throw new Error(`${name} answers the ${operation} query otherwise than the floor.`);
    const isMeant = total(fetches) === meant.fetches && distinct(fetches) === meant.subgraphs;
    if (name === 'apollo' && !isMeant)
      throw new Error(`@apollo/gateway fetches for the ${operation} query: ${JSON.stringify(fetches)}.`);
  }
  return answered;
}

async function askCounting(
  { name, target }: RunningGateway,
  operation: OperationName,
  subgraphs: CannedSubgraphs,
): Promise<Answered> {
  await subgraphs.asked();
  const { head, body } = await ask(target, OPERATIONS[operation]);
  const { data, errors } = JSON.parse(body.toString());
  if (!isOk(head) || errors)
    throw new Error(`${name} does not answer the ${operation} query: ${head}\n${body.toString().slice(0, 300)}`);
  return { data, bytes: body.length, fetches: await subgraphs.asked() };
}

export function total(fetches: PerSubgraph): number {
  return Object.values(fetches).reduce((sum, count) => sum + count, 0);
}

function distinct(fetches: PerSubgraph): number {
  return Object.values(fetches).filter((count) => count > 0).length;
}
