import { readdirSync, readFileSync } from 'node:fs';

const SCHEMA = new URL('../../schema/', import.meta.url);

/** What a subgraph's own file says, without what all share. */
export function ownSdl(name: string): string {
  return readFileSync(new URL(`${name}.graphql`, SCHEMA), 'utf8');
}

/** The SDL of one subgraph, by its folder's name: what all share, then its own file. */
export function subgraphSdl(name: string): string {
  const shared = readdirSync(new URL('shared/', SCHEMA))
    .filter((file) => file.endsWith('.graphql'))
    .sort();
  return [...shared.map((file) => readFileSync(new URL(`shared/${file}`, SCHEMA), 'utf8')), ownSdl(name)].join('\n');
}
