import type { __Type__RecordResolvers } from '../generated/resolvers.ts';

export const __Type__Record: __Type__RecordResolvers = {
  __resolveReference: ({ id }, { store }) => store.records.byId.load(id),
  region: ({ regionCode }) => ({ code: regionCode }),
  person: ({ personToken }) => ({ token: personToken }),
  case: ({ caseId }) => (caseId === null ? null : { id: caseId }),
};
