import { readFileSync } from 'node:fs';
import {
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';
import { subgraphNames, subgraphSdl } from '../../../subgraphs/kit/schema/sdl.ts';

/*
 * What the schema's text says of its fields, read here a second time: nothing of the subgraphs' own reading of `@sharing` is
 * used, since what judges the rules must not share their faults.
 */

/** What `@sharing` says; `with` and `for` are null where they are left out. */
export interface Rule {
  level: 'UNCONDITIONAL' | 'CONDITIONAL' | 'NOT_SHARED';
  with: readonly string[] | null;
  for: readonly string[] | null;
  mask: string | null;
  otherwise: string | null;
}

/** A field of an object type in one subgraph. */
export interface Field {
  part: string;
  /** The agency whose subgraph holds it. */
  owner: string;
  type: string;
  name: string;
  /** Type and name, as errors name it. */
  place: string;
  rule: Rule;
  /** Whether the rule is written at the field or its type. */
  isSaid: boolean;
  isKey: boolean;
  /** Whether routers alone can ask for it. */
  isInaccessible: boolean;
  typeNode: TypeNode;
  isNonNull: boolean;
  /** The named type of what it gives. */
  gives: string;
  /** The names of its arguments, and of the fields of those that are inputs. */
  takes: readonly string[];
}

/** One subgraph's object types by name. */
export interface Part {
  name: string;
  owner: string;
  types: ReadonlyMap<string, ObjectType>;
}

export interface ObjectType {
  name: string;
  fields: readonly Field[];
  /** The fields of its `@key`; empty where it has none. */
  keys: readonly string[];
  /** Whether the subgraph gives it by its key. */
  isResolvable: boolean;
}

const SCHEMA = new URL('../../../schema/', import.meta.url);
export const ROOTS: readonly string[] = ['Query', 'Mutation', 'Subscription'];

/** All subgraphs, by the names of their folders. */
export function readParts(): Part[] {
  return subgraphNames().map(readPart);
}

function readPart(name: string): Part {
  const owner = name === 'exchange' ? 'HUB' : name.toUpperCase().replaceAll('-', '_');
  return { name, owner, types: readTypes(subgraphSdl(name), { part: name, owner }) };
}

/** The object types as routers read them, of all subgraphs together. */
export function readSupergraph(): ReadonlyMap<string, ObjectType> {
  const text = readFileSync(new URL('supergraph.graphql', SCHEMA), 'utf8');
  return readTypes(text, { part: 'supergraph', owner: 'ALL' });
}

function readTypes(text: string, of: Pick<Field, 'part' | 'owner'>): ReadonlyMap<string, ObjectType> {
  const { definitions } = parse(text);
  const inputs = new Map(
    definitions
      .filter((node) => node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)
      .map((node) => [node.name.value, (node.fields ?? []).map(({ name }) => name.value)]),
  );
  const nodes = definitions.filter(
    (node) => node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
  const types = Map.groupBy(nodes, (node) => node.name.value)
    .entries()
    .map(([type, parts]) => [type, readType({ ...of, type }, parts, inputs)] as const);
  return new Map(types);
}

function readType(
  of: Pick<Field, 'part' | 'owner' | 'type'>,
  nodes: readonly (ObjectTypeDefinitionNode | ObjectTypeExtensionNode)[],
  inputs: ReadonlyMap<string, readonly string[]>,
): ObjectType {
  const directives = nodes.flatMap((node) => node.directives ?? []);
  const keyed = directives.filter((directive) => directive.name.value === 'key').map(valuesOf);
  const keys = keyed.flatMap(({ fields }) => String(fields).split(' '));
  const ofType = sharingOf(directives);
  const fields = nodes
    .flatMap((node) => node.fields ?? [])
    .map((node) => ({
      ...readField(of, node, keys.includes(node.name.value), ofType),
      takes: (node.arguments ?? []).flatMap(({ name, type }) => [name.value, ...(inputs.get(namedType(type)) ?? [])]),
    }));
  return { name: of.type, fields, keys, isResolvable: keyed.some(({ resolvable }) => resolvable !== false) };
}

function readField(
  of: Pick<Field, 'part' | 'owner' | 'type'>,
  node: FieldDefinitionNode,
  isKey: boolean,
  ofType: Rule | null,
): Omit<Field, 'takes'> {
  const said = sharingOf(node.directives ?? []) ?? ofType;
  return {
    ...of,
    name: node.name.value,
    place: `${of.type}.${node.name.value}`,
    rule: said ?? { level: 'NOT_SHARED', with: null, for: null, mask: null, otherwise: null },
    isSaid: said !== null,
    isKey,
    isInaccessible: (node.directives ?? []).some((directive) => directive.name.value === 'inaccessible'),
    typeNode: node.type,
    isNonNull: node.type.kind === Kind.NON_NULL_TYPE,
    gives: namedType(node.type),
  };
}

function sharingOf(directives: readonly ConstDirectiveNode[]): Rule | null {
  const found = directives.find((directive) => directive.name.value === 'sharing');
  if (!found) return null;
  const { level, with: agencies, for: purposes, mask, otherwise } = valuesOf(found);
  if (level !== 'UNCONDITIONAL' && level !== 'CONDITIONAL' && level !== 'NOT_SHARED') throw new Error('A level.');
  return {
    level,
    with: Array.isArray(agencies) ? agencies.map(String) : null,
    for: Array.isArray(purposes) ? purposes.map(String) : null,
    mask: mask === undefined ? null : String(mask),
    otherwise: otherwise === undefined ? null : String(otherwise),
  };
}

function valuesOf({ arguments: given = [] }: ConstDirectiveNode): Record<string, unknown> {
  return Object.fromEntries(given.map(({ name, value }) => [name.value, valueFromASTUntyped(value)]));
}

export function namedType(node: TypeNode): string {
  return node.kind === Kind.NAMED_TYPE ? node.name.value : namedType(node.type);
}
