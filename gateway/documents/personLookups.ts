import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { expandedFields } from './expandedFields.ts';

/** The scalar of resident identity numbers. */
const IDENTITY_NUMBER = 'ResidentIdNumber';

/** For metrics: the root fields of a query that find a person by an identity number, once for each use. */
export function createPersonLookupFinder(
  schema: GraphQLSchema,
): (document: DocumentNode, operation: OperationDefinitionNode) => readonly string[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const lookupFields = new Set(fields.filter(({ args }) => args.some(isIdentityNumber)).map(({ name }) => name));
  return (document, operation) => {
    if (lookupFields.size === 0 || operation.operation !== OperationTypeNode.QUERY) return [];
    const names = expandedFields(operation.selectionSet, document).map(({ name }) => name.value);
    return names.filter((name) => lookupFields.has(name));
  };
}

function isIdentityNumber({ type }: { type: GraphQLInputType }): boolean {
  return getNamedType(type).name === IDENTITY_NUMBER;
}
