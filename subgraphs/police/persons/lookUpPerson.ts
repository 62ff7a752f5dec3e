import type { PersonReference } from '../../kit/references.ts';
import { lookUpLimit } from '../../kit/requestError.ts';
import type { Context } from '../context.ts';

/** The queries that find a person by the number, and the types that they give. */
const GIVES = { person: 'Person', readersOf: 'PersonReaders' } as const;

/**
 * The key of a person, made from the identity number alone, so that it says nothing of whether the police know one. Numbers
 * can be guessed: each look-up counts towards the user's limit of a day, and is a row of the audit trail that names the
 * person by the token, whether or not anybody of that number is known, and also where the police's own people ask.
 *
 * @throws request error LOOK_UP_LIMIT
 */
export async function lookUpPerson(
  query: keyof typeof GIVES,
  idNumber: string,
  { viewer, store, sharing, personTokens, lookUpsPerDay }: Context,
): Promise<PersonReference> {
  if ((await store.numberLookUps.countOne()) > lookUpsPerDay) throw lookUpLimit(lookUpsPerDay, viewer.language);
  const token = personTokens.of(idNumber);
  const record = { type: GIVES[query], id: token, caseId: null, persons: [token] };
  sharing.given({ record, path: '' }, `(by ${query})`, true);
  return { token };
}
