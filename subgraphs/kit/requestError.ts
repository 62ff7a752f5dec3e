import { GraphQLError } from 'graphql';
import type { Fault } from './formats/fault.ts';
import { words } from './problems/words.ts';
import type { Language } from './viewer.ts';

/** A query's argument that is not accepted: a request error with the same code and words as a problem in a payload. */
export function badArgument(
  path: readonly string[],
  reason: string | Fault,
  received: string | null,
  language: Language,
): GraphQLError {
  const fault = typeof reason === 'string' ? { code: reason, ...words(reason) } : reason;
  return new GraphQLError(fault.message[language], {
    extensions: { code: fault.code, path: [...path], received, accepted: fault.accepted?.[language] ?? null },
  });
}

/** The viewer may not ask this at all. */
export function forbidden(language: Language): GraphQLError {
  return new GraphQLError(words('NOT_PERMITTED').message[language], { extensions: { code: 'NOT_PERMITTED' } });
}

/** The user has found as many persons by identity numbers today as one may. */
export function lookUpLimit(perDay: number, language: Language): GraphQLError {
  const { message } = words('LOOK_UP_LIMIT');
  const accepted = {
    zh: `每人每日 ${perDay} 次，次日零时（北京时间）重新计数`,
    en: `${perDay} a day, counted anew at midnight in China`,
  };
  return new GraphQLError(message[language], { extensions: { code: 'LOOK_UP_LIMIT', accepted: accepted[language] } });
}
