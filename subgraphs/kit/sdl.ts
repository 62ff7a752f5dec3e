import { readdirSync, readFileSync } from 'node:fs';

const SCHEMA = new URL('../../schema/', import.meta.url);

/** The SDL of one subgraph, by its folder's name: what all share, then its own file. */
export function subgraphSdl(name: string): string {
  const shared = readdirSync(new URL('shared/', SCHEMA))
    .filter((file) => file.endsWith('.graphql'))
    .sort();
  return [...shared.map((file) => `shared/${file}`), `${name}.graphql`]
    .map((file) => readFileSync(new URL(file, SCHEMA), 'utf8'))
    .join('\n');
}
