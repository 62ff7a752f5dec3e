import { randomBytes } from 'node:crypto';
import { createPeople, type People } from '../../demo/story/people.ts';
import { type Config, databaseVariable, readConfig } from '../../runtime/config.ts';
import { provision } from '../../runtime/installation.ts';
import { AGENCY_PARTS } from '../../runtime/partNames.ts';
import { startPart } from '../../runtime/parts.ts';
import type { RunningPart } from '../../runtime/runningPart.ts';
import { cloneDatabases, findCluster } from './cluster.ts';
import type { DemoSize } from './demoTemplates.ts';
import { freePort } from './freePort.ts';

/** The whole product in one process, on databases and ports of its own. */
export interface TestSystem {
  config: Config;
  /** The environment that gives a process of its own the same configuration. */
  env: Record<string, string>;
  databaseUrls: Record<string, string>;
  people: People;
  /** Stops one part, for tests of what happens then. */
  stopPart(part: string): Promise<void>;
  /** @param urls where it finds other parts, if not where they are */
  startPart(part: string, urls?: Record<string, string>): Promise<void>;
  stop(): Promise<void>;
}

export interface TestSystemOptions {
  /** How much demonstration data; none unless given. */
  demo?: DemoSize;
  language?: 'zh' | 'en';
  /** Which parts are started; all unless given. */
  parts?: readonly string[];
  /** Whose databases there are: those of the parts unless given, or all where no agency's part is started. */
  databases?: readonly string[];
  env?: Record<string, string>;
}

/** As an installation in production is that shows the demonstration's users, and says so. */
export const DEMONSTRATION_IN_PRODUCTION = {
  NODE_ENV: 'production',
  DEMO_USERS: 'allowed',
  DEMO_PASSWORD: 'not-the-published-one',
};

/** Every part but the database, which is the run's own. */
export const SYSTEM_PARTS = ['identity', ...AGENCY_PARTS, 'worker', 'gateway'];

export async function startSystem({
  demo,
  language = 'en',
  parts = SYSTEM_PARTS,
  databases = databasesOf(parts),
  env = {},
}: TestSystemOptions = {}): Promise<TestSystem> {
  const { home, port } = findCluster();
  // Under keys of its own, a test loads its own demonstration.
  const isCopied = demo !== undefined && !('CASEGRAPH_KEYS' in env);
  const { urls, drop } = await cloneDatabases(`t${randomBytes(5).toString('hex')}`, {
    parts: demo && !isCopied ? AGENCY_PARTS : databases,
    ...(isCopied && { templateOf: await (await import('./demoTemplates.ts')).demoTemplates(demo) }),
  });
  const ports: Record<string, string> = {};
  for (const part of SYSTEM_PARTS) ports[`${part.toUpperCase().replaceAll('-', '_')}_PORT`] = String(await freePort());
  const environment: Record<string, string> = {
    CASEGRAPH_HOME: home,
    DATABASE_PORT: String(port),
    LOG_LEVEL: 'fatal',
    // Tests ask as fast as they can; test/gateway/limits/requestLimits.test.ts and test/security/identityNumbers.test.ts set shares of their own.
    LIMITS_ADDRESS_PER_MINUTE: '1000000',
    LIMITS_USER_AT_A_TIME: '100',
    LIMITS_USER_PER_MINUTE: '1000000',
    LIMITS_COST_PER_MINUTE: '1000000000',
    LIMITS_LOOK_UPS_PER_DAY: '1000000',
    WORKER_AGENCIES: databases.join(),
    ...Object.fromEntries(Object.entries(urls).map(([part, url]) => [databaseVariable(part), url])),
    ...ports,
    ...env,
  };
  const config = readConfig(environment);
  // The run's own keys, unless the test names a folder of its own.
  provision(config);
  if (demo && !isCopied) {
    const [{ loadDemo }, { byAgency }] = await Promise.all([
      import('../../demo/load.ts'),
      import('./demoTemplates.ts'),
    ]);
    await loadDemo({ databases: byAgency(urls), keysFolder: config.keysFolder, ...demo });
  }
  const running = new Map<string, RunningPart>();
  const start = async (part: string, urls: Record<string, string> = {}) =>
    void running.set(part, await startPart(part, { ...config, urls: { ...config.urls, ...urls } }));
  const stop = async () => {
    await Promise.all([...running.values()].map((part) => part.close()));
    await drop();
  };
  const started = await Promise.allSettled(parts.map((part) => start(part)));
  const fault = started.find((each) => each.status === 'rejected');
  if (fault) {
    // What has started would keep the test file from ending.
    await stop();
    throw fault.reason;
  }
  return {
    config,
    env: environment,
    databaseUrls: urls,
    people: createPeople({
      gatewayUrl: config.urls.gateway as string,
      issuer: config.oidc.issuer,
      audience: config.oidc.audience,
      password: config.demoPassword,
      language,
    }),
    async stopPart(part) {
      await running.get(part)?.close();
      running.delete(part);
    },
    startPart: start,
    stop,
  };
}

function databasesOf(parts: readonly string[]): readonly string[] {
  const started = AGENCY_PARTS.filter((part) => parts.includes(part));
  return started.length > 0 ? started : AGENCY_PARTS;
}
