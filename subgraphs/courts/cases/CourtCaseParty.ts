import type { CourtCasePartyResolvers } from '../generated/resolvers.ts';

export const CourtCaseParty: CourtCasePartyResolvers = {
  person: ({ personToken }) => ({ token: personToken }),
};
