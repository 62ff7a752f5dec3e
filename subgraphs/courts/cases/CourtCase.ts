import type { CourtCaseResolvers } from '../generated/resolvers.ts';

export const CourtCase: CourtCaseResolvers = {
  __resolveReference: ({ id }, { store }) => store.courtCases.byId.load(id),
  region: ({ regionCode }) => ({ code: regionCode }),
  court: async ({ courtCode }, _, { store }) => {
    const court = await store.courts.byCode.load(courtCode);
    if (!court) throw new Error(`The court ${courtCode} is gone.`);
    return court;
  },
  case: ({ caseId }) => ({ id: caseId }),
  parties: ({ id }, { first }, { store }) => store.courtCaseParties.ofCourtCase.of(id, first),
  judgment: ({ id }, _, { store }) => store.judgments.byCourtCase.load(id),
};
