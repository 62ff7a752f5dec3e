import { readdirSync, readFileSync } from 'node:fs';

const SCHEMA = new URL('../../../schema/', import.meta.url);
/** Folders of schema/ that are not the SDL of one subgraph. */
const NOT_SUBGRAPHS: ReadonlySet<string> = new Set(['agencies', 'generated', 'operations', 'rowTypes', 'shared']);

/** The names of all subgraphs: the folders of schema/ that hold the SDL of one. */
export function subgraphNames(): string[] {
  return readdirSync(SCHEMA, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOT_SUBGRAPHS.has(entry.name))
    .map(({ name }) => name)
    .sort();
}

/** The SDL of a subgraph's own folder, without what is shared. */
export function ownSdl(name: string): string {
  return sdlIn(`${name}/`).join('\n');
}

/** The SDL of one subgraph, by its folder's name: what all share, what agencies with referrals share, then its own files. */
export function subgraphSdl(name: string): string {
  return [...sdlIn('shared/'), ...(name === 'exchange' ? [] : sdlIn('agencies/')), ownSdl(name)].join('\n');
}

/** What all subgraphs share. */
export function sharedSdl(): string {
  return sdlIn('shared/').join('\n');
}

function sdlIn(folder: string): string[] {
  return readdirSync(new URL(folder, SCHEMA))
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => readFileSync(new URL(`${folder}${file}`, SCHEMA), 'utf8'));
}
