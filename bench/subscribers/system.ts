import { loadDemo } from '../../demo/load.ts';
import { readConfig } from '../../runtime/config.ts';
import { databaseUrlOf } from '../../runtime/installation.ts';
import { AGENCY_PARTS } from '../../runtime/partNames.ts';
import { agencyOfPart } from '../../subgraphs/kit/definition.ts';
import { tokenOf } from '../../test/harness/token.ts';
import { type HeapWatch, watchHeap } from '../gateway/heap.ts';
import { createHome } from '../harness/home.ts';
import { OPEN_LIMITS } from '../harness/openLimits.ts';
import { type PartProcess, startParts } from '../harness/part.ts';

/** A gateway in a process of its own, whose memory is watched; behind it what it needs. */
export interface SubscriberSystem {
  url: string;
  federationUrl: string;
  gateway: PartProcess;
  heap: HeapWatch;
  token(username: string): Promise<string>;
  stop(): Promise<void>;
}

const DEMO = { cases: 200, leads: 80 };
/** One user follows here for a crowd. */
const STREAMS = { LIMITS_USER_STREAMS: '100000', LIMITS_STREAMS: '100000' };

export async function startSubscriberSystem(): Promise<SubscriberSystem> {
  const home = await createHome('subscribers');
  Object.assign(home.env, OPEN_LIMITS, STREAMS);
  const config = readConfig(home.env);
  const heap = watchHeap();
  const running: PartProcess[] = [];
  const stop = async () => {
    for (const part of running.reverse()) await part.stop();
    heap.remove();
    home.remove();
  };
  const start = async (parts: readonly string[], env = home.env) => {
    const part = await startParts({ env }, parts);
    running.push(part);
    return part;
  };
  try {
    await start(['database']);
    await start(AGENCY_PARTS);
    const databases = AGENCY_PARTS.map((part) => [agencyOfPart(part), databaseUrlOf(config, part) as string]);
    await loadDemo({ databases: Object.fromEntries(databases), keysFolder: config.keysFolder, ...DEMO });
    await start(['identity']);
    const gateway = await start(['gateway'], { ...home.env, NODE_OPTIONS: heap.nodeArguments.join(' ') });
    return {
      url: `http://127.0.0.1:${home.ports.gateway}/graphql`,
      federationUrl: databaseUrlOf(config, 'womens-federation') as string,
      gateway,
      heap,
      token: (username) => tokenOf({ config }, username),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
