import {
  defaultFieldResolver,
  type GraphQLArgument,
  type GraphQLFieldResolver,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNullableType,
  isInputObjectType,
  isListType,
} from 'graphql';
import { normaliseText, textFault } from '../formats/typedText.ts';
import type { ProblemData } from '../problems/problem.ts';
import { badArgument } from '../requestError.ts';
import type { Language } from '../viewer.ts';
import { InvalidValue } from './scalars.ts';

type Resolver = GraphQLFieldResolver<unknown, { viewer: { language: Language } }, Record<string, unknown>>;

/**
 * Answers invalid scalar values before a resolver sees them: a mutation gives all of them as problems of its payload,
 * any other field throws a request error for the first. What a resolver sees is normalised text.
 */
export function refuseInvalidValues(schema: GraphQLSchema): void {
  const mutations = schema.getMutationType();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!('getFields' in type) || !('isTypeOf' in type) || type.name.startsWith('__')) continue;
    for (const field of Object.values((type as GraphQLObjectType).getFields())) {
      if (field.args.length === 0) continue;
      const resolve: Resolver = field.resolve ?? defaultFieldResolver;
      field.resolve = type === mutations ? answerWithProblems(resolve, field.args) : throwFirst(resolve);
      if (field.subscribe) field.subscribe = throwFirst(field.subscribe as Resolver);
    }
  }
}

function answerWithProblems(resolve: Resolver, defined: readonly GraphQLArgument[]): Resolver {
  return (source, args, context, info) => {
    const faults = [...invalidValues(args, [])];
    if (faults.length === 0) return resolve(source, normalised(withDefaults(args, defined)), context, info);
    const problems: ProblemData[] = faults.map(({ path, value }) => ({
      __typename: 'InvalidInput',
      code: value.fault.code,
      words: value.fault.message,
      path,
      received: value.received,
      accepted: value.fault.accepted,
    }));
    return { problems };
  };
}

function throwFirst(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    for (const { path, value } of invalidValues(args, []))
      throw badArgument(path, value.fault, value.received, context.viewer.language);
    // Keys of entities come from another subgraph, nobody types them.
    return resolve(source, info.fieldName === '_entities' ? args : normalised(args), context, info);
  };
}

function* invalidValues(value: unknown, path: string[]): Generator<{ path: string[]; value: InvalidValue }> {
  if (value instanceof InvalidValue) yield { path, value };
  else if (typeof value === 'string') {
    const fault = textFault(value);
    if (fault) yield { path, value: new InvalidValue(fault, '') };
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) yield* invalidValues(part, [...path, key]);
  }
}

/** The same arguments, where a null for what has a default is that default, as if it were left out. */
function withDefaults(
  values: Record<string, unknown>,
  defined: readonly Pick<GraphQLInputField, 'name' | 'type' | 'defaultValue'>[],
): Record<string, unknown> {
  const known = defined.filter(({ name }) => Object.hasOwn(values, name));
  return {
    ...values,
    ...Object.fromEntries(
      known.map(({ name, type, defaultValue }) => {
        const value = values[name];
        return [name, value === null && defaultValue !== undefined ? defaultValue : defaultsWithin(value, type)];
      }),
    ),
  };
}

function defaultsWithin(value: unknown, type: GraphQLInputType): unknown {
  const bare = getNullableType(type);
  if (Array.isArray(value) && isListType(bare)) return value.map((part) => defaultsWithin(part, bare.ofType));
  if (!isInputObjectType(bare) || typeof value !== 'object' || value === null) return value;
  return withDefaults(value as Record<string, unknown>, Object.values(bare.getFields()));
}

/** The same input with every text in its normal form, so that no resolver and no digest has to do it again. */
function normalised<T>(value: T): T;
function normalised(value: unknown): unknown {
  if (typeof value === 'string') return normaliseText(value);
  if (Array.isArray(value)) return value.map((part) => normalised(part));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, normalised(part)]));
}
