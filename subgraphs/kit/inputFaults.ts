import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { normaliseText, textFault } from './formats/typedText.ts';
import type { ProblemData } from './problems/problem.ts';
import { badArgument } from './requestError.ts';
import { InvalidValue } from './scalars.ts';
import type { Language } from './viewer.ts';

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
      field.resolve = type === mutations ? answerWithProblems(resolve) : throwFirst(resolve);
      if (field.subscribe) field.subscribe = throwFirst(field.subscribe as Resolver);
    }
  }
}

function answerWithProblems(resolve: Resolver): Resolver {
  return (source, args, context, info) => {
    const faults = [...invalidValues(args, [])];
    if (faults.length === 0) return resolve(source, normalised(args), context, info);
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

/** The same input with every text in its normal form, so that no resolver and no digest has to do it again. */
function normalised<T>(value: T): T;
function normalised(value: unknown): unknown {
  if (typeof value === 'string') return normaliseText(value);
  if (Array.isArray(value)) return value.map((part) => normalised(part));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, normalised(part)]));
}
