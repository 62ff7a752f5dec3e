import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type DocumentNode,
  execute,
  type FieldDefinitionNode,
  GraphQLError,
  type GraphQLField,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  parse,
} from 'graphql';
import { draw, happens, type Luck } from './luck.ts';
import type { FederatedSchema } from './supergraphs.ts';

/** An object that a subgraph gives: its kind and number, and, for one that it was asked about, what came with the question. */
interface Given {
  __typename: string;
  number: number;
  representation?: Record<string, unknown>;
}

/** Subgraphs that answer over HTTP: whatever they are asked, all say the same of the same object. */
export interface RunningSubgraphs {
  supergraph: string;
  /** Sets what goes wrong from now on. */
  setLuck(luck: Luck): void;
  stop(): Promise<void>;
}

/** By which an object is known: these are never missing. */
const KEYS = new Set(['id', 'sku', 'upc', 'code', 'organisation', 'place', 'town']);
const OBJECTS = 12;

export async function startSubgraphs({ subgraphs }: FederatedSchema): Promise<RunningSubgraphs> {
  let luck: Luck = { seed: 0, nulls: 0, errors: 0, unknown: 0 };
  const started = await Promise.all(
    Object.entries(subgraphs).map(async ([name, sdl]) => {
      const typeDefs = parse(sdl);
      const schema = createSchema(typeDefs, () => luck);
      const server = createServer(async (request, response) => {
        let body = '';
        for await (const chunk of request) body += chunk;
        const { query, variables, operationName } = JSON.parse(body);
        const result = await execute({ schema, document: parse(query), variableValues: variables, operationName });
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(result));
      });
      // A connection that is closed just when it is used again is not what is compared here.
      server.keepAliveTimeout = 120_000;
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
      return { name, typeDefs, url, server };
    }),
  );
  const { supergraphSdl, errors } = composeServices(started);
  const stop = async () => {
    for (const { server } of started) server.close().closeAllConnections();
  };
  if (!supergraphSdl) {
    await stop();
    throw new Error(`No supergraph: ${errors?.map(({ message }) => message).join('\n')}`);
  }
  return {
    supergraph: supergraphSdl,
    setLuck: (next) => {
      luck = next;
    },
    stop,
  };
}

function createSchema(typeDefs: DocumentNode, luck: () => Luck): GraphQLSchema {
  const resolvers: Record<string, object> = {};
  for (const definition of typeDefs.definitions) {
    if (definition.kind !== 'ObjectTypeDefinition' && definition.kind !== 'InterfaceTypeDefinition') continue;
    if (!definition.directives?.some(({ name }) => name.value === 'key')) continue;
    const type = definition.name.value;
    resolvers[type] = {
      __resolveReference: (representation: Record<string, unknown>) => {
        const number = numberOf(representation);
        if (happens(luck().unknown, luck().seed, type, number)) return null;
        return { __typename: kindOf(schema, type, number), number, representation };
      },
    };
  }
  const schema: GraphQLSchema = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
  const requiring = fieldsWith(typeDefs, 'requires');
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = ({ __typename }: Given) => __typename;
    if (!isObjectType(type) || type.name.startsWith('_')) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name.startsWith('_')) continue;
      const requires = requiring.has(`${type.name}.${field.name}`);
      field.resolve = (source: Given | undefined, args) => {
        const about = source ?? { __typename: type.name, number: 0 };
        return resolveField(schema, luck(), about, field, args, requires ? about.representation : undefined);
      };
    }
  }
  return schema;
}

function resolveField(
  schema: GraphQLSchema,
  { seed, nulls, errors }: Luck,
  { __typename, number }: Given,
  { name, type }: GraphQLField<unknown, unknown>,
  args: object,
  required: object | undefined,
): unknown {
  const what = [seed, __typename, number, name, JSON.stringify(args), required ? JSON.stringify(required) : ''];
  const mayFail = !KEYS.has(name);
  if (mayFail && happens(errors, 'error', ...what))
    throw new GraphQLError(`${__typename} ${number} has no ${name} now.`, { extensions: { code: 'NOT_NOW' } });
  const make = (wanted: GraphQLOutputType, place: string): unknown => {
    const isMissing = mayFail && happens(isNonNullType(wanted) ? nulls / 4 : nulls, 'null', place, ...what);
    if (isMissing) return null;
    const bare = getNullableType(wanted);
    if (isListType(bare)) {
      const length = draw('length', place, ...what) % 4;
      return Array.from({ length }, (_, index) => make(bare.ofType, `${place}.${index}`));
    }
    const named = getNamedType(bare);
    const drawn = draw('value', place, ...what);
    if (isEnumType(named)) return named.getValues()[drawn % named.getValues().length]?.value;
    if (isObjectType(named) || isAbstractType(named)) {
      const next = KEYS.has(name) ? number : drawn % OBJECTS;
      return { __typename: kindOf(schema, named.name, next), number: next };
    }
    if (named.name === 'ID') return `${name}-${number}`;
    if (named.name === 'Int') return (drawn % 2_000) - 1_000;
    if (named.name === 'Float') return (drawn % 10_000) / 64;
    if (named.name === 'Boolean') return drawn % 2 === 0;
    return KEYS.has(name) ? `${name}-${number}` : WORDS[drawn % WORDS.length];
  };
  return make(type, '');
}

const WORDS = [
  '',
  'plain',
  '卷宗',
  'with "quotes"',
  'back\\slash',
  'line\nbreak',
  '\u2028 and \u0007',
  'half \ud83d\ude00',
  '</script>',
];

/** What kind an object of an abstract type is: its number says so, in every subgraph. */
function kindOf(schema: GraphQLSchema, type: string, number: number): string {
  const found = schema.getType(type);
  if (!isAbstractType(found)) return type;
  const kinds = schema.getPossibleTypes(found).map(({ name }) => name);
  // A subgraph may know fewer of a union's kinds, and then gives no other.
  if (!isInterfaceType(found)) return kinds[number % kinds.length] as string;
  return kinds.sort()[number % kinds.length] as string;
}

/** Every key ends with the object's number. */
function numberOf(representation: Record<string, unknown>): number {
  for (const [name, value] of Object.entries(representation)) {
    const digits = name !== '__typename' && typeof value === 'string' ? /-(\d+)$/.exec(value) : null;
    if (digits && KEYS.has(name)) return Number(digits[1]);
  }
  throw new Error('No key of the representation has a number.');
}

function fieldsWith(document: DocumentNode, directive: string): Set<string> {
  const found = new Set<string>();
  for (const definition of document.definitions) {
    if (definition.kind !== 'ObjectTypeDefinition') continue;
    for (const field of definition.fields ?? ([] as FieldDefinitionNode[]))
      if (field.directives?.some(({ name }) => name.value === directive))
        found.add(`${definition.name.value}.${field.name.value}`);
  }
  return found;
}
