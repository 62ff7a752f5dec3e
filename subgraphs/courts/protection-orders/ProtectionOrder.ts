import type { ProtectionOrderResolvers } from '../generated/resolvers.ts';

export const ProtectionOrder: ProtectionOrderResolvers = {
  __resolveReference: ({ id }, { store }) => store.protectionOrders.byId.load(id),
  region: ({ regionCode }) => ({ code: regionCode }),
  applicant: ({ applicantToken }) => ({ token: applicantToken }),
  respondent: ({ respondentToken }) => ({ token: respondentToken }),
  case: ({ caseId }) => (caseId === null ? null : { id: caseId }),
};
