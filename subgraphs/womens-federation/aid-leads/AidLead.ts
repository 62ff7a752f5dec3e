import type { AidLeadResolvers } from '../generated/resolvers.ts';
import { LEAD_STEPS, type LeadStep, leadStepRefusal } from './rules/leadSteps.ts';

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
  availableActions: async (lead, _, { viewer, referrals, db }) => {
    if (viewer.agency !== 'WOMENS_FEDERATION') return [];
    // Only a withdrawal of our own may be on its way; for all other ends nothing is asked.
    const isConfirmed =
      lead.referralId === null || lead.status !== 'WITHDRAWN' || (await referrals.isConfirmed(db, lead.referralId));
    return (Object.keys(LEAD_STEPS) as LeadStep[]).filter(
      (step) => leadStepRefusal(step, lead, isConfirmed, viewer) === null,
    );
  },
  feedback: ({ id }, _, { store }) => store.aidFeedback.byLead.load(id),
  changes: ({ id }, { first }, { store }) => store.aidLeadChanges.ofLead.of(id, first),
};
