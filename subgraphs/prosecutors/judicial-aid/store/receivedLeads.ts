import type { Knex } from 'knex';
import { validate as isUuid } from 'uuid';
import type { FieldCipher } from '../../../kit/crypto/fieldCipher.ts';
import type { StoreParts } from '../../../kit/definition.ts';
import { regionScope } from '../../../kit/viewer.ts';
import { withinRegion } from '../../../kit/visibility.ts';

/** A lead as the federation referred it. */
export interface ReceivedLead {
  id: string;
  referralId: string;
  regionCode: string;
  caseId: string;
  applicantToken: string;
}

interface Arrived extends ReceivedLead {
  number: string;
  applicant: { name: string; idNumber: string; phone: string | null };
  hardship: string;
  household: object;
  caseNumber: string;
  description: string;
  note: string | null;
}

export function createReceivedLeads({ viewer }: StoreParts) {
  const visible = (query: Knex) =>
    query('received_leads').modify(withinRegion, 'region_code', regionScope(viewer.region));
  return {
    /** Null where there is none in the viewer's region. */
    async byId(tx: Knex, id: string): Promise<ReceivedLead | null> {
      if (!isUuid(id)) return null;
      const row = await visible(tx).where({ id }).first();
      return row ? toLead(row) : null;
    },
    /** Of many ids those that exist in the viewer's region: one statement. */
    async existing(tx: Knex, ids: readonly string[]): Promise<ReceivedLead[]> {
      return (
        await visible(tx).whereIn(
          'id',
          ids.filter((id) => isUuid(id)),
        )
      ).map(toLead);
    },
  };
}

/** Keeps a lead that arrived; one that is referred again replaces what was kept, unless the earlier referral arrives last. */
export async function insertReceivedLead(tx: Knex.Transaction, cipher: FieldCipher, lead: Arrived): Promise<void> {
  await tx('received_leads')
    .insert({
      id: lead.id,
      referral_id: lead.referralId,
      number: lead.number,
      region_code: lead.regionCode,
      case_id: lead.caseId,
      case_number: lead.caseNumber,
      applicant_token: lead.applicantToken,
      applicant_name_sealed: cipher.seal(lead.applicant.name),
      applicant_id_number_sealed: cipher.seal(lead.applicant.idNumber),
      applicant_phone_sealed: lead.applicant.phone === null ? null : cipher.seal(lead.applicant.phone),
      hardship_code: lead.hardship,
      household: JSON.stringify(lead.household),
      description: lead.description,
      note: lead.note,
      received_at: new Date(),
    })
    .onConflict('id')
    .merge()
    // Ids of referrals grow with time.
    .whereRaw('received_leads.referral_id < excluded.referral_id');
}

function toLead(row: {
  id: string;
  referral_id: string;
  region_code: string;
  case_id: string;
  applicant_token: string;
}): ReceivedLead {
  return {
    id: row.id,
    referralId: row.referral_id,
    regionCode: row.region_code,
    caseId: row.case_id,
    applicantToken: row.applicant_token,
  };
}
