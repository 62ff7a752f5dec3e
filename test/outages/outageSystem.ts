import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPart, type PartProcess } from '../faults/partProcess.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';
import { type Liar, startLiar } from './liar.ts';

/** A system whose gateway and some of whose subgraphs are processes of their own, each behind a liar. */
export interface OutageSystem {
  system: TestSystem;
  gateway: PartProcess;
  victims: Readonly<Record<string, { part: PartProcess; liar: Liar }>>;
  /** What the gateway has logged. */
  log(): string;
  stop(): Promise<void>;
}

const START_PATIENCE_MS = 60_000;

export async function startOutageSystem(
  victims: readonly string[],
  others: readonly string[],
  env: Record<string, string> = {},
  gatewayEnv: Record<string, string> = {},
): Promise<OutageSystem> {
  const logFolder = mkdtempSync(join(tmpdir(), 'casegraph-outages-'));
  const system = await startSystem({
    parts: ['identity', ...others],
    databases: [...others, ...victims],
    demo: { cases: 60, leads: 20 },
    env,
  });
  const processEnv = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? logFolder, ...system.env };
  const parts: PartProcess[] = [];
  const liars: Liar[] = [];
  const stop = async () => {
    for (const part of parts) part.goOn();
    await Promise.all(parts.map((part) => part.stop()));
    await Promise.all(liars.map((liar) => liar.close()));
    await system.stop();
    rmSync(logFolder, { recursive: true, force: true });
  };
  try {
    const running = await Promise.all(
      victims.map(async (name) => {
        const liar = await startLiar(system.config.urls[name] as string);
        liars.push(liar);
        const part = createPart(name, { logFolder, env: processEnv });
        parts.push(part);
        part.start();
        return { name, part, liar };
      }),
    );
    const addresses = Object.fromEntries(
      running.map(({ name, liar }) => [`${name.toUpperCase().replaceAll('-', '_')}_URL`, liar.url]),
    );
    const gateway = createPart('gateway', {
      logFolder,
      env: { ...processEnv, LOG_LEVEL: 'warn', ...addresses, ...gatewayEnv },
    });
    parts.push(gateway);
    gateway.start();
    await Promise.all(parts.map((part) => part.untilUp(START_PATIENCE_MS)));
    return {
      system,
      gateway,
      victims: Object.fromEntries(running.map(({ name, part, liar }) => [name, { part, liar }])),
      log: () => readFileSync(join(logFolder, 'gateway.log'), 'utf8'),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
