import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Fault } from './formats/fault.ts';
import type { ProblemData } from './problems/problem.ts';
import { badArgument } from './requestError.ts';
import { InvalidValue } from './scalars.ts';
import type { Language } from './viewer.ts';

type Resolver = GraphQLFieldResolver<unknown, { viewer: { language: Language } }, Record<string, unknown>>;

/** PostgreSQL has no place for it in a text. */
const ZERO_BYTE: Fault = {
  code: 'ZERO_BYTE',
  message: { zh: '文字中含有空字符（U+0000）。', en: 'The text holds a zero byte (U+0000).' },
  accepted: { zh: '不含空字符的文字', en: 'text without zero bytes' },
};

/**
 * Answers invalid scalar values before a resolver sees them: a mutation gives all of them as problems of its payload,
 * any other field throws a request error for the first.
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
    if (faults.length === 0) return resolve(source, args, context, info);
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
    return resolve(source, args, context, info);
  };
}

function* invalidValues(value: unknown, path: string[]): Generator<{ path: string[]; value: InvalidValue }> {
  if (value instanceof InvalidValue) yield { path, value };
  else if (typeof value === 'string' && value.includes('\u0000'))
    yield { path, value: new InvalidValue(ZERO_BYTE, '') };
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) yield* invalidValues(part, [...path, key]);
  }
}
