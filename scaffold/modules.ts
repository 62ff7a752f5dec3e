import { existsSync, readdirSync } from 'node:fs';

/** What the lists say of an agency; its module is the source. */
export interface Agency {
  code: string;
  /** The name of its folder and of its part. */
  part: string;
  port: number;
  names: { zh: string; en: string };
}

const SUBGRAPHS = new URL('../subgraphs/', import.meta.url);

/** The agencies that have a module, in the order of their ports. @throws Error where two modules share a port */
export async function readModules(): Promise<Agency[]> {
  const parts = readdirSync(SUBGRAPHS).filter((part) => existsSync(new URL(`${part}/index.ts`, SUBGRAPHS)));
  const agencies = await Promise.all(parts.map(readModule));
  const sorted = agencies.flat().sort((a, b) => a.port - b.port);
  for (const [index, { part, port }] of sorted.entries())
    if (sorted[index + 1]?.port === port) throw new Error(`${part} and ${sorted[index + 1]?.part} share port ${port}.`);
  return sorted;
}

/** None where the folder is not an agency's: the contracts have an index.ts, too. */
async function readModule(part: string): Promise<Agency[]> {
  const { subgraph } = (await import(new URL(`${part}/index.ts`, SUBGRAPHS).href)) as {
    subgraph?: { agency: string; port: number; names: Agency['names'] };
  };
  return subgraph ? [{ code: subgraph.agency, part, port: subgraph.port, names: subgraph.names }] : [];
}

/** `WOMENS_FEDERATION` of womens-federation, `EXCHANGE` of exchange: the part in names of environment variables. */
export function variableOf({ part }: Agency): string {
  return part.toUpperCase().replaceAll('-', '_');
}

/** `womens_federation`: the database and the login role of a part. */
export function databaseOf({ part }: Agency): string {
  return part.replaceAll('-', '_');
}

/** `womensFederation`: the part in names of the schema; the hub's own fields bear its code. */
export function fieldOf({ code, part }: Agency): string {
  return code === 'HUB' ? 'hub' : fieldOfPart(part);
}

export function fieldOfPart(part: string): string {
  return part.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
