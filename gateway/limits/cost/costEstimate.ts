import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isScalarType,
  type OperationDefinitionNode,
  OperationTypeNode,
  typeFromAST,
} from 'graphql';
import { type ComplexityEstimator, getComplexity } from 'graphql-query-complexity';
import { ASSUMED_SIZE, type CostModel } from './costModel.ts';
import { findSizingFields, lengthBy, type SizingField, sizesFor } from './listSizes.ts';

/** A mutation costs as much as ten objects, as in Apollo's router: permissions, versions, the ledger. */
const MUTATION_COST = 10;
/** An object costs one unless the schema gives it a weight. Scalars cost nothing. */
const OBJECT_COST = 1;

export interface CostEstimator {
  /** The highest cost that an operation can have, before it is executed. The document must be valid, and the variables coerced. */
  costOf(document: DocumentNode, operation: OperationDefinitionNode, variables: Record<string, unknown>): number;
}

/**
 * Static cost as Apollo's router counts it: the objects that an answer may hold, by the sizes of lists and the weights of the
 * schema.
 */
export function createCostEstimator(schema: GraphQLSchema, model: CostModel, maxFields: number): CostEstimator {
  const estimators = [weigh(schema, model)];
  const sizingFields = new WeakMap<DocumentNode, readonly SizingField[]>();
  const sizingFieldsOf = (document: DocumentNode) => {
    const found = sizingFields.get(document) ?? findSizingFields(schema, document, model);
    sizingFields.set(document, found);
    return found;
  };
  const estimate: CostEstimator['costOf'] = (document, operation, variables) => {
    const complexity = getComplexity({
      schema,
      query: document,
      variables,
      ...(operation.name && { operationName: operation.name.value }),
      estimators,
      context: { sizes: sizesFor(sizingFieldsOf(document), variables) },
      // The library counts fragments as well as fields.
      maxQueryNodes: 4 * maxFields,
    });
    return complexity + (operation.operation === OperationTypeNode.MUTATION ? MUTATION_COST : 0);
  };
  // Without weights of inputs the cost depends on an operation's numbers and conditions only.
  return { costOf: model.inputWeights.size > 0 ? estimate : memoize(schema, estimate) };
}

/** Costs that are kept for one operation. */
const MAX_COSTS = 100;

/** An estimate takes longer than a small request: one to three milliseconds for the large operations of schema/operations. */
function memoize(schema: GraphQLSchema, estimate: CostEstimator['costOf']): CostEstimator['costOf'] {
  const memory = new WeakMap<OperationDefinitionNode, { sizingVariables: string[]; costs: Map<string, number> }>();
  return (document, operation, variables) => {
    const { sizingVariables, costs } = memory.get(operation) ?? {
      sizingVariables: findSizingVariables(schema, operation),
      costs: new Map<string, number>(),
    };
    memory.set(operation, { sizingVariables, costs });
    const key = sizingVariables.map((name) => keyOf(variables[name])).join();
    const known = costs.get(key);
    if (known !== undefined) return known;
    const cost = estimate(document, operation, variables);
    if (costs.size >= MAX_COSTS) costs.clear();
    costs.set(key, cost);
    return cost;
  };
}

/** Variables that can size a list or switch a field on. */
function findSizingVariables(schema: GraphQLSchema, { variableDefinitions }: OperationDefinitionNode): string[] {
  return (variableDefinitions ?? []).flatMap(({ variable, type }) => {
    const named = getNamedType(typeFromAST(schema, type as never));
    return isScalarType(named) && named.name !== 'ID' && named.name !== 'String' ? [variable.name.value] : [];
  });
}

/** Texts and objects size nothing. A missing value and null differ: only a missing value has the default. */
function keyOf(value: unknown): string {
  return typeof value === 'string' || (typeof value === 'object' && value !== null) ? '' : String(value);
}

function weigh(schema: GraphQLSchema, model: CostModel): ComplexityEstimator {
  return ({ field, type, node, args, childComplexity, context }) => {
    const { sizes } = context as { sizes: ReadonlyMap<FieldNode, number> };
    const place = `${type.name}.${field.name}`;
    const named = getNamedType(field.type);
    const weight =
      model.weights.get(place) ?? model.weights.get(named.name) ?? (isCompositeType(named) ? OBJECT_COST : 0);
    const length = sizes.get(node) ?? (isListType(getNullableType(field.type)) ? lengthOf(place, args) : 1);
    return length * (weight + childComplexity) + inputCost(place, args);
  };

  function lengthOf(place: string, args: Record<string, unknown>): number {
    const size = model.sizes.get(place);
    return size ? lengthBy(size, args) : ASSUMED_SIZE;
  }

  function inputCost(place: string, args: Record<string, unknown>): number {
    if (model.inputWeights.size === 0) return 0;
    const [typeName, fieldName] = place.split('.');
    const type = schema.getType(typeName ?? '');
    const field = type && 'getFields' in type ? type.getFields()[fieldName ?? ''] : undefined;
    if (!field || !('args' in field)) return 0;
    return field.args
      .filter(({ name }) => args[name] !== undefined)
      .map(({ name, type: input }) => (model.inputWeights.get(`${place}(${name})`) ?? 0) + valueCost(input, args[name]))
      .reduce((sum, cost) => sum + cost, 0);
  }

  function valueCost(input: object, value: unknown): number {
    const type = getNamedType(input as never);
    if (!isInputObjectType(type) || typeof value !== 'object' || value === null) return 0;
    if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + valueCost(type, each), 0);
    return Object.entries(value)
      .map(
        ([name, each]) =>
          (model.inputWeights.get(`${type.name}.${name}`) ?? 0) + valueCost(type.getFields()[name]?.type ?? type, each),
      )
      .reduce((sum, cost) => sum + cost, 0);
  }
}
