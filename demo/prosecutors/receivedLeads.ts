import type { Referral } from '../exchange/referrals.ts';
import type { Lead } from '../womens-federation/lead.ts';
import type { World } from '../world/world.ts';

/** A lead as it came to the prosecutors. */
export function addReceivedLead({ rows, secrets }: World, lead: Lead, referral: Referral): void {
  const { applicant, background } = lead;
  const { person } = applicant;
  const seal = (text: string) => secrets.seal('PROSECUTORS', text);
  rows.add('PROSECUTORS', 'received_leads', {
    id: lead.id,
    referral_id: referral.id,
    number: lead.number,
    region_code: background.registered.place.code,
    case_id: background.registered.id,
    case_number: lead.caseNumber,
    applicant_token: person.token,
    applicant_name_sealed: seal(person.name),
    applicant_id_number_sealed: seal(person.idNumber),
    applicant_phone_sealed: person.phone === null ? null : seal(person.phone),
    hardship_code: applicant.hardship,
    household: lead.household,
    description: lead.description,
    note: null,
    received_at: referral.life.events[1]?.at ?? referral.life.sentAt,
  });
}
