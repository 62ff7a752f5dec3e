import { PAGE_LIMIT, pageSize } from '../../kit/paging.ts';
import type { QueryResolvers } from '../generated/resolvers.ts';
import { catalogue } from './sharingCatalogue.ts';

export const Query: QueryResolvers = {
  sharingCatalogue: (_, { first, after, agency, type }, { viewer }) =>
    catalogue({
      first: pageSize(first ?? PAGE_LIMIT, viewer),
      after: after ?? null,
      agency: agency ?? null,
      type: type ?? null,
    }),
};
