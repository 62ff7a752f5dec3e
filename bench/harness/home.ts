import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PARTS } from '../../runtime/partNames.ts';
import { freePort } from '../../test/harness/freePort.ts';

/** A place where nothing is yet: an installation's folder and ports of its own, so that a bench disturbs no other. */
export interface Home {
  folder: string;
  /** For the processes of this installation: its folder, its ports, and nothing inherited that would change what runs. */
  env: Record<string, string>;
  ports: Readonly<Record<string, number>>;
  remove(): void;
}

/** What a program needs of the caller's environment to run at all. */
const INHERITED = ['PATH', 'HOME', 'LANG', 'TMPDIR'];

export async function createHome(name: string): Promise<Home> {
  const folder = mkdtempSync(join(tmpdir(), `casegraph-${name}-`));
  const ports = await freePorts(PARTS);
  const inherited = INHERITED.flatMap((key) => (process.env[key] ? [[key, process.env[key]]] : []));
  return {
    folder,
    ports,
    env: {
      ...Object.fromEntries(inherited),
      CASEGRAPH_HOME: folder,
      APOLLO_TELEMETRY_DISABLED: '1',
      ...portVariables(ports),
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The same installation for further processes of these parts, beside those that run: with ports of their own. */
export async function beside(home: Home, parts: readonly string[]): Promise<Pick<Home, 'env' | 'ports'>> {
  const ports = await freePorts(parts);
  return { env: { ...home.env, ...portVariables(ports) }, ports: { ...home.ports, ...ports } };
}

async function freePorts(parts: readonly string[]): Promise<Record<string, number>> {
  const ports: Record<string, number> = {};
  for (const part of parts) ports[part] = await freePort();
  return ports;
}

function portVariables(ports: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(ports).map(([part, port]) => [portVariable(part), String(port)]));
}

function portVariable(part: string): string {
  return `${part.toUpperCase().replaceAll('-', '_')}_PORT`;
}
