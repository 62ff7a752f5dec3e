import { readFileSync, writeFileSync } from 'node:fs';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { subgraphNames, subgraphSdl } from '../subgraphs/kit/schema/sdl.ts';

/**
 * Composes schema/supergraph.graphql from the subgraphs' files. `npm run compose` writes it, `npm run compose -- --check`
 * fails where the committed one is stale.
 */
const FILE = new URL('./supergraph.graphql', import.meta.url);

/** Where a subgraph answers unless the gateway's configuration says otherwise; each subgraph's index.ts names the same port. */
async function services() {
  return Promise.all(
    subgraphNames().map(async (name) => {
      const { subgraph } = (await import(`../subgraphs/${name}/index.ts`)) as {
        subgraph: { agency: string; port: number };
      };
      const typeDefs = parse(subgraphSdl(name));
      return { name, url: `http://127.0.0.1:${subgraph.port}/graphql`, typeDefs };
    }),
  );
}

const result = composeServices(await services());
if (result.errors) {
  for (const error of result.errors) console.error(error.message);
  process.exit(1);
}
const supergraph = `${result.supergraphSdl.trimEnd()}\n`;
if (process.argv.includes('--check')) {
  const stale = readFileSync(FILE, 'utf8') !== supergraph;
  console.log(
    stale ? 'schema/supergraph.graphql is stale: run npm run compose.' : 'schema/supergraph.graphql is fresh.',
  );
  process.exit(stale ? 1 : 0);
}
writeFileSync(FILE, supergraph);
console.log('schema/supergraph.graphql written.');
