import { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { problemResolvers } from '../problems/resolvers.ts';
import { type About, enforceSharing } from '../sharing/enforce.ts';
import type { SharingSession } from '../sharing/session.ts';
import { requireFollowers } from '../subscriptionPermissions.ts';
import type { Viewer } from '../viewer.ts';
import { refuseInvalidValues } from './inputFaults.ts';
import { scalarResolvers } from './scalars.ts';
import { subgraphSdl } from './sdl.ts';

/**
 * The executable schema of one subgraph, with the scalars, problems, input checks and sharing rules that all share.
 * @param about null for a schema without the rules (SubgraphOptions.bare)
 */
export function createSubgraphSchema<Context extends { sharing: SharingSession; viewer: Viewer }>(
  name: string,
  resolvers: object,
  about: About<Context> | null,
): GraphQLSchema {
  const typeDefs: DocumentNode = parse(subgraphSdl(name));
  const schema = buildSubgraphSchema([
    { typeDefs, resolvers: { ...scalarResolvers, ...problemResolvers, ...resolvers } as never },
  ]);
  refuseInvalidValues(schema);
  requireFollowers(schema);
  if (about) enforceSharing(schema, typeDefs, about);
  return schema;
}
