import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/** Whether an object of one type meets a type condition. Both are names, also of types that clients cannot see. */
export type IsOfType = (typename: string, condition: string) => boolean;

/** @param schema the full supergraph, with inaccessible types */
export function createTypeConditions(schema: GraphQLSchema): IsOfType {
  const known = new Map<string, boolean>();
  return (typename, condition) => {
    if (typename === condition) return true;
    const key = `${typename}:${condition}`;
    let result = known.get(key);
    if (result === undefined) {
      const type = schema.getType(typename);
      const conditional = schema.getType(condition);
      result =
        (isObjectType(type) || isInterfaceType(type)) &&
        isAbstractType(conditional) &&
        schema.isSubType(conditional, type);
      // Agencies choose the names that they send: only results for existing types are kept.
      if (type) known.set(key, result);
    }
    return result;
  };
}
