import type { __type__RecordResolvers } from '../generated/resolvers.ts';

export const __type__Record: __type__RecordResolvers = {
  __resolveReference: ({ id }, { store }) => store.records.byId.load(id),
  region: ({ regionCode }) => ({ code: regionCode }),
  person: ({ personToken }) => ({ token: personToken }),
  personName: ({ personNameSealed }, _, { cipher }) => cipher.open(personNameSealed),
  case: ({ caseId }) => (caseId === null ? null : { id: caseId }),
};
