import {
  type DirectiveNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  getNullableType,
  isListType,
  isObjectType,
  Kind,
  parse,
  type ValueNode,
} from 'graphql';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../../../protocol/pageSize.ts';

/** The length that a list is assumed to have. */
export interface ListSize {
  /** Arguments that give the length. The greatest counts. */
  slicingArguments: readonly string[];
  /** The length without such an argument. */
  assumedSize: number;
  /** The fields below that have this length; empty: the field itself. */
  sizedFields: readonly string[];
  /** The greatest value that counts. Subgraphs refuse greater ones. */
  most: number;
}

/** Weights and list sizes by @cost and @listSize (https://specs.apollo.dev/cost/v0.1, after IBM's cost specification). */
export interface CostModel {
  /** By `Type` or `Type.field`. */
  weights: ReadonlyMap<string, number>;
  /** By `Type.field(argument)` or `Input.field`: added if the request gives a value. */
  inputWeights: ReadonlyMap<string, number>;
  /** By `Type.field`. */
  sizes: ReadonlyMap<string, ListSize>;
}

/** A list without any size, such as the deadlines of a referral. */
export const ASSUMED_SIZE = 10;
/** Reads the directives of the supergraph. A list without them is sized by `first`, or assumed. */
export function readCostModel(supergraph: string, schema: GraphQLSchema): CostModel {
  const weights = new Map<string, number>();
  const inputWeights = new Map<string, number>();
  const sizes = sizesByFirst(schema);
  for (const type of parse(supergraph, { noLocation: true }).definitions) {
    if (!('name' in type) || !type.name || !('directives' in type)) continue;
    const name = type.name.value;
    note(weights, name, type.directives);
    if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION)
      for (const field of type.fields ?? []) note(inputWeights, `${name}.${field.name.value}`, field.directives);
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of type.fields ?? []) {
      const place = `${name}.${field.name.value}`;
      note(weights, place, field.directives);
      for (const argument of field.arguments ?? [])
        note(inputWeights, `${place}(${argument.name.value})`, argument.directives);
      const size = declaredSize(field);
      if (size) sizes.set(place, size);
    }
  }
  return { weights, inputWeights, sizes };
}

function note(weights: Map<string, number>, place: string, directives: readonly DirectiveNode[] | undefined) {
  const weight = argumentsOf(directives, 'cost')?.get('weight');
  if (weight?.kind === Kind.INT) weights.set(place, Number(weight.value));
}

function declaredSize(field: FieldDefinitionNode): ListSize | null {
  const given = argumentsOf(field.directives, 'listSize');
  if (!given) return null;
  const assumed = given.get('assumedSize');
  return {
    slicingArguments: strings(given.get('slicingArguments')),
    assumedSize: assumed?.kind === Kind.INT ? Number(assumed.value) : ASSUMED_SIZE,
    sizedFields: strings(given.get('sizedFields')),
    most: Number.POSITIVE_INFINITY,
  };
}

function argumentsOf(directives: readonly DirectiveNode[] | undefined, name: string) {
  const directive = directives?.find((node) => node.name.value === name);
  return directive && new Map<string, ValueNode>(directive.arguments?.map((node) => [node.name.value, node.value]));
}

function strings(value: ValueNode | undefined): string[] {
  return value?.kind === Kind.LIST
    ? value.values.flatMap((each) => (each.kind === Kind.STRING ? [each.value] : []))
    : [];
}

/** Lists and connections with an argument `first` and no directive. */
function sizesByFirst(schema: GraphQLSchema): Map<string, ListSize> {
  const sizes = new Map<string, ListSize>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!field.args.some(({ name }) => name === 'first')) continue;
      const answer = getNullableType(field.type);
      const isConnection = isObjectType(answer) && 'edges' in answer.getFields();
      if (!isListType(answer) && !isConnection) continue;
      sizes.set(`${type.name}.${field.name}`, {
        slicingArguments: ['first'],
        assumedSize: DEFAULT_PAGE_SIZE,
        sizedFields: isConnection ? ['edges'] : [],
        most: MAX_PAGE_SIZE,
      });
    }
  }
  return sizes;
}
