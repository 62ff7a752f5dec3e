import { isDeepStrictEqual } from 'node:util';
import type { Knex } from 'knex';
import { payload, requireText } from '../../../kit/command.ts';
import { invalidInput } from '../../../kit/problems/problem.ts';
import { actorOf } from '../../../kit/referrals/side.ts';
import type { Context } from '../../context.ts';
import type { MutationResolvers, UpdateAidLeadInput } from '../../generated/resolvers.ts';
import { FAULTS } from '../faults.ts';
import { findCase } from '../findCase.ts';
import type { AidLead, Correction } from '../store/aidLeads.ts';
import { checkHousehold, LONGEST } from './createAidLead.ts';
import { runLeadStep } from './leadCommand.ts';

export const updateAidLead: Required<MutationResolvers>['updateAidLead'] = async (_, { input }, context) => {
  const outcome = await runLeadStep(
    'updateAidLead',
    input,
    context,
    async (tx, lead, values) => {
      const correction = await changesOf(tx, lead, values, context);
      if (correction.fields.length === 0) throw invalidInput([], FAULTS.NOTHING_CHANGED);
      await context.store.aidLeads.correct(tx, lead, correction, actorOf(context.viewer));
    },
    () => checkValues(input, context),
  );
  return payload('aidLead', outcome, (id) => context.store.aidLeads.byId.load(id));
};

type Values = Correction['values'];

/** What the input gives, checked; null is as good as left out. */
async function checkValues(input: UpdateAidLeadInput, context: Context): Promise<Values> {
  const { applicant, household, description, caseNumber, hardship, source } = input;
  if (hardship != null && !(await context.store.hardshipCategories.byCode.load(hardship)))
    throw invalidInput(['hardship'], FAULTS.HARDSHIP_UNKNOWN, hardship);
  return {
    ...(applicant?.name != null && { name: requireText(['applicant', 'name'], applicant.name, LONGEST.name) }),
    ...(applicant?.idNumber != null && { idNumber: applicant.idNumber }),
    ...(applicant?.phone != null && { phone: applicant.phone }),
    ...(applicant?.removePhone && { phone: null }),
    ...(household && { household: checkHousehold(household) }),
    ...(description != null && { description: requireText(['description'], description, LONGEST.description) }),
    ...(caseNumber != null && { caseNumber, ...(await findCase(caseNumber, await regionOf(input, context), context)) }),
    ...(hardship != null && { hardshipCode: hardship }),
    ...(source != null && { source }),
  };
}

/** The lead's region, which no correction changes. */
async function regionOf({ aidLeadId }: UpdateAidLeadInput, { store, viewer }: Context): Promise<string> {
  return (await store.aidLeads.byId.load(aidLeadId))?.regionCode ?? viewer.region;
}

/** Of what is given, what differs from the lead; with the fields of AidLead that it changes. */
async function changesOf(tx: Knex.Transaction, lead: AidLead, given: Values, { store }: Context): Promise<Correction> {
  const { idNumber } = await store.aidLeads.applicantOf(tx, lead.id);
  const before: Required<Values> = { ...lead, name: lead.applicantName, phone: lead.applicantPhone, idNumber };
  const changed = (Object.keys(given) as (keyof Values)[]).filter(
    (field) => !isDeepStrictEqual(given[field], before[field]),
  );
  // A number and its case go together.
  const ofCase = ['caseId', 'caseNumber', 'caseElsewhere'] as const;
  if (ofCase.some((field) => changed.includes(field)))
    changed.push(...ofCase.filter((field) => !changed.includes(field)));
  const values = Object.fromEntries(changed.map((field) => [field, given[field]])) as Values;
  return { values, fields: [...new Set(changed.map((field) => FIELDS[field]))] };
}

const FIELDS: Readonly<Record<keyof Values, string>> = {
  name: 'applicantName',
  idNumber: 'applicant',
  phone: 'applicantPhone',
  household: 'household',
  caseId: 'caseNumber',
  caseNumber: 'caseNumber',
  caseElsewhere: 'caseNumber',
  hardshipCode: 'hardship',
  source: 'source',
  description: 'description',
};
