import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SubgraphName } from './names.ts';
import { composeSupergraph } from './supergraph.ts';

export type PerSubgraph = Readonly<Record<SubgraphName, number>>;

export function total(asked: PerSubgraph): number {
  return Object.values(asked).reduce((sum, count) => sum + count, 0);
}

export interface CannedSubgraphs {
  pid: number;
  /** The file of the supergraph that leads to them. */
  supergraph: string;
  /** How often each was asked since this was called last. */
  asked(): Promise<PerSubgraph>;
  stop(): Promise<void>;
}

export async function startSubgraphs(): Promise<CannedSubgraphs> {
  const child = fork(fileURLToPath(new URL('./serve.ts', import.meta.url)));
  const ended = new Promise<never>((_resolve, reject) =>
    child.once('exit', (code) => reject(new Error(`The canned subgraphs ended with code ${code}.`))),
  );
  ended.catch(() => {});
  const message = () =>
    Promise.race([
      new Promise<PerSubgraph>((resolve) => child.once('message', (told) => resolve(told as PerSubgraph))),
      ended,
    ]);
  const folder = mkdtempSync(join(tmpdir(), 'casegraph-gateway-'));
  const supergraph = join(folder, 'supergraph.graphql');
  writeFileSync(supergraph, composeSupergraph(await message()));
  return {
    pid: child.pid as number,
    supergraph,
    asked() {
      const told = message();
      child.send('asked');
      return told;
    },
    async stop() {
      rmSync(folder, { recursive: true });
      if (!child.connected) return;
      child.disconnect();
      await ended.catch(() => {});
    },
  };
}
