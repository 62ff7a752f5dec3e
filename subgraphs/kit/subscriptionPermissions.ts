import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { mayFollow } from './permissions.ts';
import { forbidden } from './requestError.ts';
import type { Viewer } from './viewer.ts';

/** @throws request error NOT_PERMITTED where the viewer may not follow the stream */
export function requireFollower(viewer: Viewer, subscription: string): void {
  if (!mayFollow(viewer, subscription)) throw forbidden(viewer.language);
}

/** Every stream of events is for those whom the table of permissions names, and for nobody else. */
export function requireFollowers(schema: GraphQLSchema): void {
  for (const field of Object.values(schema.getSubscriptionType()?.getFields() ?? {})) {
    const subscribe = field.subscribe as GraphQLFieldResolver<unknown, { viewer: Viewer }> | undefined;
    if (!subscribe) throw new Error(`${field.name} has nothing to subscribe to.`);
    field.subscribe = (source, args, context: { viewer: Viewer }, info) => {
      requireFollower(context.viewer, field.name);
      return subscribe(source, args, context, info);
    };
  }
}
