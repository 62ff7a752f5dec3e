import { GraphQLError } from 'graphql';
import { words } from '../problems/words.ts';
import type { Language } from '../viewer.ts';
import type { Closed } from './decide.ts';
import type { SharingRule } from './rules.ts';

/** Says of a field that it stays closed to the viewer, why, and for which purposes it would open. */
export function closedField(place: string, closed: Closed, rule: SharingRule, language: Language): GraphQLError {
  const { message, accepted } = words(closed);
  const purposes = rule.for ? ` (${rule.for.join(', ')})` : '';
  return new GraphQLError(`${place}: ${message[language]}`, {
    extensions: { code: closed, accepted: accepted ? `${accepted[language]}${purposes}` : null },
  });
}
