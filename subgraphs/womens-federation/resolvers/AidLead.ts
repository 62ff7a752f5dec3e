import type { AidLeadResolvers } from '../generated/resolvers.ts';

export const AidLead: AidLeadResolvers = {
  __resolveReference: ({ id }, { store }) => store.aidLeads.byId.load(id),
  region: ({ regionCode }) => ({ code: regionCode }),
  applicant: ({ applicantToken }) => ({ token: applicantToken }),
  /** Outside the lead's region a case is there for viewers whose own region it is in, and for nobody else. */
  case: async ({ caseId, caseNumber, caseElsewhere }, _, { exchange, viewer }) => {
    if (!caseElsewhere) return { id: caseId };
    const seen = await exchange.caseIdOf(caseNumber, viewer);
    return seen === null ? null : { id: seen };
  },
  referral: ({ referralId }) => (referralId === null ? null : { id: referralId }),
  hardship: async ({ hardshipCode }, _, { store }) => {
    const category = await store.hardshipCategories.byCode.load(hardshipCode);
    if (!category) throw new Error(`The hardship category ${hardshipCode} is gone.`);
    return category;
  },
  feedback: ({ id }, _, { store }) => store.aidFeedback.ofLead.load(id),
  measures: ({ id }, { first }, { store }) => store.assistanceMeasures.ofLead.of(id, first),
  changes: ({ id }, { first }, { store }) => store.aidLeadChanges.ofLead.of(id, first),
  visits: ({ id }, { first }, { store }) => store.visits.ofLead.of(id, first),
};
