import { optionalText, payload, requireBetween, requireText, runCommand } from '../../../kit/command.ts';
import { compareMoney } from '../../../kit/formats/money.ts';
import { invalidInput } from '../../../kit/problems/problem.ts';
import { narrowScope, regionScope } from '../../../kit/viewer.ts';
import type { Context } from '../../context.ts';
import type { CreateAidLeadInput, HouseholdInput, MutationResolvers } from '../../generated/resolvers.ts';
import { FAULTS } from '../faults.ts';
import { findCase } from '../findCase.ts';
import type { AidLead } from '../store/aidLeads.ts';

/** Lengths of a lead's texts, in characters. */
export const LONGEST = { name: 50, note: 2_000, description: 4_000 };
const LARGEST_HOUSEHOLD = 30;

export const createAidLead: Required<MutationResolvers>['createAidLead'] = async (_, { input }, context) => {
  const { store, viewer, personTokens, db } = context;
  let duplicates: AidLead[] | null = null;
  const outcome = await runCommand({
    name: 'createAidLead',
    input,
    context,
    prepare: async () => {
      const name = requireText(['applicant', 'name'], input.applicant.name, LONGEST.name);
      const household = checkHousehold(input.household);
      const description = requireText(['description'], input.description, LONGEST.description);
      const regionCode = checkRegion(input, context);
      if (!(await store.hardshipCategories.byCode.load(input.hardship))) {
        throw invalidInput(['hardship'], FAULTS.HARDSHIP_UNKNOWN, input.hardship);
      }
      return { name, household, description, regionCode, ...(await findCase(input.caseNumber, regionCode, context)) };
    },
    run: async (tx, { name, household, description, regionCode, caseId, caseElsewhere }) => {
      const applicantToken = personTokens.of(input.applicant.idNumber);
      const subject = { applicantToken, caseId };
      await store.aidLeads.lockSubject(tx, subject);
      duplicates = await store.aidLeads.duplicates(tx, subject, null);
      if (duplicates.length > 0 && !input.allowDuplicate) throw invalidInput(['allowDuplicate'], FAULTS.DUPLICATE_LEAD);
      return store.aidLeads.insert(tx, {
        regionCode,
        applicant: {
          token: applicantToken,
          name,
          idNumber: input.applicant.idNumber,
          phone: input.applicant.phone ?? null,
        },
        source: input.source,
        hardshipCode: input.hardship,
        household,
        caseId,
        caseNumber: input.caseNumber,
        caseElsewhere,
        description,
        createdBy: viewer.username,
      });
    },
  });
  const { aidLead, problems } = await payload('aidLead', outcome, (id) => context.store.aidLeads.byId.load(id));
  // The same key again gives the same answer, for which nothing was looked up.
  if (aidLead) duplicates = await store.aidLeads.duplicates(db, aidLead, aidLead.id);
  return { aidLead, duplicates, problems };
};

export function checkHousehold(household: HouseholdInput) {
  const path = (field: string) => ['household', field];
  const members = requireBetween(path('members'), household.members, 1, LARGEST_HOUSEHOLD);
  const minors = requireBetween(path('minors'), household.minors, 0, LARGEST_HOUSEHOLD);
  if (minors > members) throw invalidInput(path('minors'), FAULTS.MINORS_EXCEED_MEMBERS, String(minors));
  if (compareMoney(household.monthlyIncome, '0.00') < 0)
    throw invalidInput(path('monthlyIncome'), FAULTS.INCOME_NEGATIVE, household.monthlyIncome);
  return {
    members,
    minors,
    monthlyIncome: household.monthlyIncome,
    schoolRecognisedHardship: household.schoolRecognisedHardship ?? false,
    note: optionalText(path('note'), household.note, LONGEST.note),
  };
}

/** The officer's own region, or one below it. */
function checkRegion(input: CreateAidLeadInput, { viewer }: Context): string {
  if (!input.region) return viewer.region;
  const scope = narrowScope(viewer, input.region);
  if (scope !== regionScope(input.region)) throw invalidInput(['region'], 'REGION_OUT_OF_SCOPE', input.region);
  return input.region;
}
