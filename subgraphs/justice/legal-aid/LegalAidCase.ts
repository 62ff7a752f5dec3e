import type { LegalAidCaseResolvers } from '../generated/resolvers.ts';

export const LegalAidCase: LegalAidCaseResolvers = {
  __resolveReference: ({ id }, { store }) => store.legalAidCases.byId.load(id),
  region: ({ regionCode }) => ({ code: regionCode }),
  applicant: ({ applicantToken }) => ({ token: applicantToken }),
  case: ({ caseId }) => (caseId === null ? null : { id: caseId }),
};
