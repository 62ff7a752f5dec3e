import { readdirSync, readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { refuseInvalidValues } from './inputFaults.ts';
import { problemResolvers } from './problems/resolvers.ts';
import { scalarResolvers } from './scalars.ts';

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

/** The executable schema of one subgraph, with the scalars, problems and input checks that all share. */
export function createSubgraphSchema(name: string, resolvers: object): GraphQLSchema {
  const typeDefs: DocumentNode = parse(subgraphSdl(name));
  const schema = buildSubgraphSchema([
    { typeDefs, resolvers: { ...scalarResolvers, ...problemResolvers, ...resolvers } as never },
  ]);
  refuseInvalidValues(schema);
  return schema;
}
