import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
} from 'graphql';

/** Fields of one selection in a request: a type with everything below it is more than one document may hold. */
const AT_ONCE = 10;

/** A question for everything that a field of the root gives, in parts that a document may hold. */
export interface Question {
  root: string;
  texts: readonly string[];
}

/** What is asked with, and how far. */
export interface Asking {
  /** The value of an argument that has to be given, as GraphQL writes it. @throws where there is none: give it one */
  valueFor(root: GraphQLField<unknown, unknown>, argument: GraphQLArgument): string;
  /** Whether objects of a type are records of their own, which count for the depth. */
  isRecord(type: string): boolean;
  /** Records below the first one. */
  depth: number;
}

/** A question for each field of the query's root, with every field that a client can select below it. */
export function askEverything(schema: GraphQLSchema, asking: Asking): Question[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).map((root) => {
    const given = root.args.filter(isRequiredArgument).map((arg) => `${arg.name}: ${asking.valueFor(root, arg)}`);
    const call = root.name + (given.length > 0 ? `(${given.join(', ')})` : '');
    const type = getNamedType(root.type);
    if (!isObjectType(type)) return { root: root.name, texts: [`query All { ${call} }`] };
    const fields = fieldsOf(type, schema, asking, []);
    const parts = Array.from({ length: Math.ceil(fields.length / AT_ONCE) }, (_, part) =>
      fields.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
    );
    return { root: root.name, texts: parts.map((part) => `query All { ${call} { ${part.join(' ')} } }`) };
  });
}

function fieldsOf(type: GraphQLObjectType, schema: GraphQLSchema, asking: Asking, above: readonly string[]): string[] {
  return Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some(isRequiredArgument)) throw new Error(`${type.name}.${field.name} needs an argument.`);
    const given = getNamedType(field.type);
    if (isLeafType(given)) return [field.name];
    if (isUnionType(given) || !isObjectType(given)) throw new Error(`${type.name}.${field.name} is no object.`);
    return `${field.name} { ${below(given, schema, asking, [...above, type.name])} }`;
  });
}

function below(type: GraphQLObjectType, schema: GraphQLSchema, asking: Asking, above: readonly string[]): string {
  const records = above.filter(asking.isRecord).length;
  const isEnd = above.includes(type.name) || (asking.isRecord(type.name) && records > asking.depth);
  return isEnd ? '__typename' : fieldsOf(type, schema, asking, above).join(' ');
}
