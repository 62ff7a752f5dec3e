import type { ApolloServerPlugin } from '@apollo/server';
import { BREAK, type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { SharingSession } from './session.ts';

/** Where a field's extensions say the level at which it is shared. */
export const LEVEL = 'sharingLevel';

/**
 * Where an operation asks for what only a referral opens, the exchange is asked about the referral while the records are
 * read. What opens and what stays closed is decided later, field by field.
 */
export function askEarly<Context extends { sharing: SharingSession }>(): ApolloServerPlugin<Context> {
  // The same text is the same object for as long as the server keeps it.
  const known = new WeakMap<DocumentNode, boolean>();
  const asksForConditional = (document: DocumentNode, schema: GraphQLSchema): boolean => {
    const asks = known.get(document) ?? hasConditional(document, schema);
    known.set(document, asks);
    return asks;
  };
  return {
    requestDidStart: async () => ({
      async didResolveOperation({ contextValue: { sharing }, document, schema }) {
        if (sharing.mayUseWindow && asksForConditional(document, schema)) sharing.askEarly();
      },
    }),
  };
}

function hasConditional(document: DocumentNode, schema: GraphQLSchema): boolean {
  const types = new TypeInfo(schema);
  let found = false;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field() {
        found ||= types.getFieldDef()?.extensions[LEVEL] === 'CONDITIONAL';
        return found ? BREAK : undefined;
      },
    }),
  );
  return found;
}
