import { mayAsk } from '../../kit/permissions.ts';
import { forbidden } from '../../kit/requestError.ts';
import { isOfAgency } from '../../kit/visibility.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { lookUpPerson } from './lookUpPerson.ts';

export const Query: QueryResolvers = {
  person: (_, { idNumber }, context) => (isOfAgency(context.viewer) ? lookUpPerson('person', idNumber, context) : null),
  readersOf: (_, { person }, context) => {
    if (!mayAsk(context.viewer, 'readersOf')) throw forbidden(context.viewer.language);
    return lookUpPerson('readersOf', person, context);
  },
};
