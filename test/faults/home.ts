import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, readConfig } from '../../runtime/config.ts';
import { PARTS } from '../../runtime/partNames.ts';
import { freePorts } from '../harness/freePort.ts';

/** An installation of its own: a folder, and ports that nobody else uses. */
export interface FaultHome {
  folder: string;
  /** One log file for each part. */
  logFolder: string;
  /** The whole environment of a part's process: nothing of this process's own settings. */
  env: Record<string, string>;
  config: Config;
  remove(): void;
}

export async function createHome(): Promise<FaultHome> {
  const folder = mkdtempSync(join(tmpdir(), 'casegraph-faults-'));
  const logFolder = join(folder, 'logs');
  mkdirSync(logFolder);
  const first = await freePorts(PARTS.length);
  const settings = {
    CASEGRAPH_HOME: folder,
    LOG_LEVEL: 'warn',
    // The players insist, a hundred times a second where they must.
    LIMITS_ADDRESS_PER_MINUTE: '1000000',
    LIMITS_USER_AT_A_TIME: '100',
    LIMITS_USER_PER_MINUTE: '1000000',
    LIMITS_COST_PER_MINUTE: '1000000000',
    ...Object.fromEntries(
      PARTS.map((part, index) => [`${part.toUpperCase().replaceAll('-', '_')}_PORT`, String(first + index)]),
    ),
  };
  return {
    folder,
    logFolder,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? folder, ...settings },
    config: readConfig(settings),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
