import { loadDemo } from '../../demo/load.ts';
import { signIn } from '../../identity/signIn.ts';
import { readConfig } from '../../runtime/config.ts';
import { databaseUrlOf } from '../../runtime/installation.ts';
import { AGENCY_PARTS } from '../../runtime/partNames.ts';
import { agencyOfPart } from '../../subgraphs/kit/definition.ts';
import { createHome } from '../home.ts';
import { OPEN_DOOR } from '../openDoor.ts';
import { type Part, startParts } from '../part.ts';
import type { Report } from '../report.ts';

/** The processes of `npm start`, with a demonstration of any size. */
export interface CaseSystem {
  gatewayUrl: string;
  /** PostgreSQL URL of each agency's database by part. */
  databases: Readonly<Record<string, string>>;
  /** A demonstration user's access token. */
  token(username: string): Promise<string>;
  stop(): Promise<void>;
}

const LEADS = 2_000;

export async function startCaseSystem(cases: number, report: Report): Promise<CaseSystem> {
  const home = await createHome('case');
  Object.assign(home.env, OPEN_DOOR);
  const config = readConfig(home.env);
  const running: Part[] = [];
  const start = async (parts: readonly string[]) => void running.push(await startParts(home, parts));
  const stop = async () => {
    for (const part of running.reverse()) await part.stop();
    home.remove();
  };
  try {
    await start(['database']);
    await start(AGENCY_PARTS);
    const databases = Object.fromEntries(AGENCY_PARTS.map((part) => [part, databaseUrlOf(config, part) as string]));
    let told = 0;
    await loadDemo({
      databases: Object.fromEntries(AGENCY_PARTS.map((part) => [agencyOfPart(part), databases[part] as string])),
      keysFolder: config.keysFolder,
      cases,
      leads: LEADS,
      onProgress(done, total) {
        const tenth = Math.floor((10 * done) / total);
        if (tenth > told) report.progress(`Loading ${cases} cases: ${tenth * 10} %`);
        told = tenth;
      },
    });
    await start(['gateway', 'identity']);
    const { issuer, audience } = config.oidc;
    return {
      gatewayUrl: `http://127.0.0.1:${home.ports.gateway}/graphql`,
      databases,
      token: async (username) =>
        (await signIn({ issuer, audience, username, password: config.demoPassword })).accessToken,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
