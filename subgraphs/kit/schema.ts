import { readdirSync, readFileSync } from 'node:fs';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { partName } from './definition.ts';
import { refuseInvalidValues } from './inputFaults.ts';
import { problemResolvers } from './problems/resolvers.ts';
import { scalarResolvers } from './scalars.ts';

const SCHEMA = new URL('../../schema/', import.meta.url);

/** The SDL of one subgraph: what all share, then its own file. */
export function subgraphSdl(agency: string): string {
  const shared = readdirSync(new URL('shared/', SCHEMA)).filter((name) => name.endsWith('.graphql')).sort();
  return [...shared.map((name) => `shared/${name}`), `${partName(agency)}.graphql`]
    .map((name) => readFileSync(new URL(name, SCHEMA), 'utf8'))
    .join('\n');
}

/** The executable schema of one subgraph, with the scalars, problems and input checks that all share. */
export function createSubgraphSchema(agency: string, resolvers: object): GraphQLSchema {
  const typeDefs: DocumentNode = parse(subgraphSdl(agency));
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: { ...scalarResolvers, ...problemResolvers, ...resolvers } as never }]);
  refuseInvalidValues(schema);
  return schema;
}
