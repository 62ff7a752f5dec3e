import {
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
import type { ChosenOperation, PreparedDocument } from '../../documents/documentCache.ts';
import { ASSUMED_SIZE, type CostModel } from './costModel.ts';
import { lengthBy, sizesFor } from './listSizes.ts';

/** A change costs what ten objects cost, as in Apollo's router: permissions, versions, the ledger. */
const MUTATION_COST = 10;
/** Objects cost one unless the schema says otherwise, scalars nothing. */
const OBJECT_COST = 1;

export interface CostEstimator {
  /** What an operation costs at most, before it runs; the document is valid, the variables are coerced. */
  costOf(prepared: PreparedDocument, operation: ChosenOperation, variables: Record<string, unknown>): number;
}

/** Cost as Apollo's router counts it: the objects that an answer may hold, by lists' sizes and the schema's weights. */
export function createCostEstimator(schema: GraphQLSchema, model: CostModel, mostNodes: number): CostEstimator {
  const estimators = [weigh(schema, model)];
  const estimate: CostEstimator['costOf'] = (prepared, { node }, variables) => {
    const complexity = getComplexity({
      schema,
      query: prepared.document,
      variables,
      ...(node.name && { operationName: node.name.value }),
      estimators,
      context: { sizes: sizesFor(prepared.validated(), variables) },
      maxQueryNodes: mostNodes,
    });
    return complexity + (node.operation === OperationTypeNode.MUTATION ? MUTATION_COST : 0);
  };
  // Where no input has a weight, the cost of an operation depends on its numbers and conditions alone.
  return { costOf: model.inputWeights.size > 0 ? estimate : remember(schema, estimate) };
}

/** Costs that are kept of one operation, each for other numbers. */
const MOST_KEPT = 100;

function remember(schema: GraphQLSchema, estimate: CostEstimator['costOf']): CostEstimator['costOf'] {
  const kept = new WeakMap<OperationDefinitionNode, { deciding: string[]; costs: Map<string, number> }>();
  return (prepared, operation, variables) => {
    let memory = kept.get(operation.node);
    if (!memory) {
      memory = { deciding: decidingVariables(schema, operation.node), costs: new Map() };
      kept.set(operation.node, memory);
    }
    const key = memory.deciding.map((name) => decidingPart(variables[name])).join();
    const known = memory.costs.get(key);
    if (known !== undefined) return known;
    const cost = estimate(prepared, operation, variables);
    if (memory.costs.size >= MOST_KEPT) memory.costs.clear();
    memory.costs.set(key, cost);
    return cost;
  };
}

/** Variables that can size a list or switch a field on: a number of whatever type sizes one. */
function decidingVariables(schema: GraphQLSchema, { variableDefinitions }: OperationDefinitionNode): string[] {
  return (variableDefinitions ?? []).flatMap(({ variable, type }) => {
    const named = getNamedType(typeFromAST(schema, type as never));
    return isScalarType(named) && named.name !== 'ID' && named.name !== 'String' ? [variable.name.value] : [];
  });
}

/** What of a value decides: that a text or an object is no number. None given and null are not the same: only one leaves the default. */
function decidingPart(value: unknown): string {
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
