import { readdirSync, readFileSync } from 'node:fs';

const SCHEMA = new URL('../../schema/', import.meta.url);

/** What a subgraph's own file says, without what all share. */
export function ownSdl(name: string): string {
  return readFileSync(new URL(`${name}.graphql`, SCHEMA), 'utf8');
}

/** The SDL of one subgraph, by its folder's name: what all share, what agencies with referrals share, then its own file. */
export function subgraphSdl(name: string): string {
  return [...sdlIn('shared/'), ...(name === 'exchange' ? [] : sdlIn('agencies/')), ownSdl(name)].join('\n');
}

function sdlIn(folder: string): string[] {
  return readdirSync(new URL(folder, SCHEMA))
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => readFileSync(new URL(`${folder}${file}`, SCHEMA), 'utf8'));
}
