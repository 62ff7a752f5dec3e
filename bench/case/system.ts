import { loadDemo } from '../../demo/load.ts';
import { readConfig } from '../../runtime/config.ts';
import { databaseUrlOf, provision } from '../../runtime/installation.ts';
import { AGENCY_PARTS } from '../../runtime/partNames.ts';
import { agencyOfPart } from '../../subgraphs/kit/definition.ts';
import { tokenOf } from '../../test/harness/token.ts';
import { createHome, type Home } from '../harness/home.ts';
import { OPEN_LIMITS } from '../harness/openLimits.ts';
import { type PartProcess, startParts } from '../harness/part.ts';
import type { Report } from '../harness/report.ts';

/** The processes of `npm start` but the worker, which no question needs, over a demonstration of any size. */
export interface CaseSystem {
  home: Home;
  port: number;
  /** PostgreSQL URL of each agency's database by part, as the agency, and the cluster's as its superuser. */
  databases: Readonly<Record<string, string>>;
  superuserUrl: string;
  processes: Readonly<Record<'gateway' | 'subgraphs' | 'database', PartProcess>>;
  /** A demonstration user's access token. */
  token(username: string): Promise<string>;
  stop(): Promise<void>;
}

/** As `npm start` has them, and no more in a larger city. */
const MOST_LEADS = 2_000;
const LEADS_PER_CASE = 0.4;

const WATCH = new URL('./watch.ts', import.meta.url);

export async function startCaseSystem(cases: number, report: Report): Promise<CaseSystem> {
  const home = await createHome('case');
  Object.assign(home.env, OPEN_LIMITS);
  const config = readConfig(home.env);
  const watched = { env: { ...home.env, NODE_OPTIONS: `--import=${WATCH}` } };
  const running: PartProcess[] = [];
  const start = async (...call: Parameters<typeof startParts>) => {
    const part = await startParts(...call);
    running.push(part);
    return part;
  };
  const stop = async () => {
    for (const part of running.reverse()) await part.stop();
    home.remove();
  };
  try {
    const database = await start(home, ['database']);
    const subgraphs = await start(watched, AGENCY_PARTS);
    const databases = Object.fromEntries(AGENCY_PARTS.map((part) => [part, databaseUrlOf(config, part) as string]));
    await loadDemo({
      databases: Object.fromEntries(AGENCY_PARTS.map((part) => [agencyOfPart(part), databases[part] as string])),
      keysFolder: config.keysFolder,
      cases,
      leads: Math.min(MOST_LEADS, Math.floor(cases * LEADS_PER_CASE)),
      onProgress: inTenths((tenth) => report.progress(`Loading ${cases} cases: ${tenth * 10} %`)),
    });
    const gateway = await start(watched, ['gateway', 'identity']);
    const { superuserPassword } = provision(config);
    return {
      home,
      port: home.ports.gateway as number,
      databases,
      superuserUrl: `postgres://postgres:${superuserPassword}@127.0.0.1:${config.ports.database}/postgres`,
      processes: { gateway, subgraphs, database },
      token: (username) => tokenOf({ config }, username),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function inTenths(tell: (tenth: number) => void): (done: number, total: number) => void {
  let told = 0;
  return (done, total) => {
    const tenth = Math.floor((10 * done) / total);
    if (tenth > told) tell(tenth);
    told = tenth;
  };
}
