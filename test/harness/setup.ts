import { startCluster } from './cluster.ts';

let cluster: { stop(): Promise<void> } | null = null;

/** Run once before all test files (node --test-global-setup). */
export async function globalSetup(): Promise<void> {
  cluster = await startCluster();
}

export async function globalTeardown(): Promise<void> {
  await cluster?.stop();
}
