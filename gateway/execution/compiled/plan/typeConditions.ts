import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/** Whether an object that says it is of one type is of another; types are named, and those of one subgraph only count too. */
export type IsOfType = (typename: string, condition: string) => boolean;

/** @param schema the supergraph's, with what is inaccessible to clients */
export function createIsOfType(schema: GraphQLSchema): IsOfType {
  const known = new Map<string, boolean>();
  return (typename, condition) => {
    if (typename === condition) return true;
    const key = `${typename}:${condition}`;
    let is = known.get(key);
    if (is === undefined) {
      const type = schema.getType(typename);
      const conditional = schema.getType(condition);
      is =
        (isObjectType(type) || isInterfaceType(type)) &&
        isAbstractType(conditional) &&
        schema.isSubType(conditional, type);
      // What agencies say that they are is theirs to choose: only types are kept.
      if (type) known.set(key, is);
    }
    return is;
  };
}
