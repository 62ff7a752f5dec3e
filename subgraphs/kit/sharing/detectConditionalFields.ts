import { BREAK, type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/** Where a field's extensions say the level at which it is shared. */
export const LEVEL = 'sharingLevel';

/**
 * Says whether a document asks for what only a referral opens: then the exchange is asked about the referral while the records
 * are read. What opens and what stays closed is decided later, field by field.
 */
export function createForesight(schema: GraphQLSchema): (document: DocumentNode) => boolean {
  // The same text is the same object for as long as the server keeps it.
  const known = new WeakMap<DocumentNode, boolean>();
  return (document) => {
    const asks = known.get(document) ?? hasConditional(document, schema);
    known.set(document, asks);
    return asks;
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
