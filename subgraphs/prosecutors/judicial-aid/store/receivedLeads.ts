import type { Knex } from 'knex';
import { validate as isUuid } from 'uuid';
import type { FieldCipher } from '../../../kit/crypto/fieldCipher.ts';
import type { StoreParts } from '../../../kit/definition.ts';
import { regionScope } from '../../../kit/viewer.ts';
import { withinRegion } from '../../../kit/visibility.ts';
import type { ReceivedLeadInsert, ReceivedLeadRow } from '../../generated/rows.ts';

/** A lead as the federation referred it, without what is sealed. */
export type ReceivedLead = Pick<ReceivedLeadRow, (typeof READ)[number]>;

/** What is sealed is kept for the officer who takes the lead up, and read by no command. */
const READ = ['id', 'referralId', 'regionCode', 'caseId', 'applicantToken'] as const;

type Sealed = 'applicantNameSealed' | 'applicantIdNumberSealed' | 'applicantPhoneSealed';

interface Arrived extends Omit<ReceivedLeadInsert, Sealed | 'receivedAt' | 'household'> {
  applicant: { name: string; idNumber: string; phone: string | null };
  household: object;
}

export function createReceivedLeads({ viewer }: StoreParts) {
  const visible = (tx: Knex): Knex.QueryBuilder =>
    tx('receivedLeads').select(READ).modify(withinRegion, 'regionCode', regionScope(viewer.region));
  return {
    /** Null where there is none in the viewer's region. */
    read: async (tx: Knex, id: string): Promise<ReceivedLead | null> =>
      isUuid(id) ? ((await visible(tx).where({ id }).first()) ?? null) : null,
    /** Of many ids those that exist in the viewer's region: one statement. */
    readMany: async (tx: Knex, ids: readonly string[]): Promise<ReceivedLead[]> =>
      visible(tx).whereIn(
        'id',
        ids.filter((id) => isUuid(id)),
      ),
  };
}

/** Keeps a lead that arrived; one that is referred again replaces what was kept, unless the earlier referral arrives last. */
export async function insertReceivedLead(
  tx: Knex.Transaction,
  cipher: FieldCipher,
  { applicant, household, ...lead }: Arrived,
): Promise<void> {
  const row: ReceivedLeadInsert = {
    ...lead,
    applicantNameSealed: cipher.seal(applicant.name),
    applicantIdNumberSealed: cipher.seal(applicant.idNumber),
    applicantPhoneSealed: applicant.phone === null ? null : cipher.seal(applicant.phone),
    household: JSON.stringify(household),
    receivedAt: new Date(),
  };
  await tx('receivedLeads')
    .insert(row)
    .onConflict('id')
    .merge()
    // Ids of referrals grow with time.
    .whereRaw('received_leads.referral_id < excluded.referral_id');
}
