import { fileURLToPath } from 'node:url';
import { loadDemo } from '../../demo/load.ts';
import { readConfig } from '../../runtime/config.ts';
import { databaseUrlOf } from '../../runtime/installation.ts';
import { AGENCY_PARTS } from '../../runtime/partNames.ts';
import { agencyOfPart } from '../../subgraphs/kit/definition.ts';
import { tokenOf } from '../../test/harness/token.ts';
import { beside, createHome } from '../harness/home.ts';
import { OPEN_LIMITS } from '../harness/openLimits.ts';
import { type Part, startParts } from '../harness/part.ts';

/** The two sets of parts that are compared. */
export type Which = 'with' | 'without';

/**
 * One cluster with demonstration data, and over it two sets of parts, laid out alike: a gateway in one process, the six
 * subgraphs in another. One set is as `npm start` runs it, the other without what is measured.
 */
export interface TrustSystem {
  gateways: Readonly<Record<Which, string>>;
  exchangeUrl: string;
  /** A demonstration user's access token, good at both gateways. */
  token(username: string): Promise<string>;
  stop(): Promise<void>;
}

const BARE_SUBGRAPHS = fileURLToPath(new URL('./bareSubgraphs.ts', import.meta.url));

/** @param demo how much demonstration data */
export async function startTrustSystem(demo: { cases: number; leads: number }): Promise<TrustSystem> {
  const home = await createHome('trust');
  Object.assign(home.env, OPEN_LIMITS);
  const config = readConfig(home.env);
  const running: Part[] = [];
  const stop = async () => {
    for (const part of running.reverse()) await part.stop();
    home.remove();
  };
  const start = async (...call: Parameters<typeof startParts>) => void running.push(await startParts(...call));
  try {
    const bare = await beside(home, ['gateway', ...AGENCY_PARTS]);
    await start(home, ['database']);
    await start(home, AGENCY_PARTS);
    const databases = AGENCY_PARTS.map((part) => [agencyOfPart(part), databaseUrlOf(config, part) as string]);
    await loadDemo({ databases: Object.fromEntries(databases), keysFolder: config.keysFolder, ...demo });
    await start(bare, AGENCY_PARTS, BARE_SUBGRAPHS);
    await start(home, ['identity']);
    await start(home, ['gateway']);
    await start(bare, ['gateway']);
    return {
      gateways: {
        with: `http://127.0.0.1:${home.ports.gateway}/graphql`,
        without: `http://127.0.0.1:${bare.ports.gateway}/graphql`,
      },
      exchangeUrl: databaseUrlOf(config, 'exchange') as string,
      token: (username) => tokenOf({ config }, username),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
