import type { CasePartyResolvers } from '../generated/resolvers.ts';

export const CaseParty: CasePartyResolvers = {
  person: ({ personToken }) => ({ token: personToken }),
};
