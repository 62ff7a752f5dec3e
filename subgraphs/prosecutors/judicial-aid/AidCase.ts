import { PAGE_LIMIT } from '../../kit/paging.ts';
import type { AidCaseResolvers } from '../generated/resolvers.ts';
import { CAP_MONTHS, capOf } from './rules/aidCap.ts';
import { AID_CASE_STEPS, type AidCaseStep, aidCaseStepRefusal } from './rules/aidCaseSteps.ts';
import { wageYear } from './rules/wageYear.ts';

export const AidCase: AidCaseResolvers = {
  __resolveReference: ({ id }, { store }) => store.aidCases.byId.load(id),
  region: ({ regionCode }) => ({ code: regionCode }),
  applicant: ({ applicantToken }) => ({ token: applicantToken }),
  case: ({ caseId }) => ({ id: caseId }),
  aidLead: ({ leadId }) => ({ id: leadId }),
  referral: ({ referralId }) => ({ id: referralId }),
  cap: async ({ regionCode, openedAt }, _, { store }) => {
    const wage = await store.averageWages.ofRegionAndYear.load({ regionCode, year: wageYear(openedAt) });
    if (!wage) return null;
    const { monthly, year, source } = wage;
    return {
      amount: capOf(wage),
      monthlyWage: monthly,
      year,
      region: { code: wage.regionCode },
      months: CAP_MONTHS,
      source,
    };
  },
  proposal: ({ proposedAt, proposedAmount, proposalReason, exceedsCap, courtAward }) =>
    proposedAt && {
      aid: proposedAmount !== null,
      amount: proposedAmount,
      reason: proposalReason ?? '',
      exceedsCap: exceedsCap ?? false,
      courtAward,
      at: proposedAt,
    },
  decision: ({ approved, decidedAt, approvedAmount, decisionReason }) =>
    approved === null || decidedAt === null
      ? null
      : { approved, amount: approvedAmount, reason: decisionReason ?? '', at: decidedAt },
  payments: ({ id }, _, { store }) => store.aidPayments.ofAidCase.of(id, PAGE_LIMIT),
  materialRequests: ({ id }, _, { store }) => store.materialRequests.ofAidCase.of(id, PAGE_LIMIT),
  availableActions: async (aidCase, _, context) => {
    const side = await context.sides.load(aidCase.referralId);
    if (!side || context.viewer.agency !== 'PROSECUTORS') return [];
    const steps = Object.keys(AID_CASE_STEPS) as AidCaseStep[];
    return steps.filter((step) => aidCaseStepRefusal(step, aidCase, side, context) === null);
  },
};
