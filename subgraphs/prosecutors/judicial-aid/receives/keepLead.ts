import { judicialAidLead } from '../../../contracts/judicialAidLead.ts';
import type { Receive } from '../../../kit/definition.ts';
import { insertReceivedLead } from '../store/receivedLeads.ts';

/** A lead arrived: it is kept as it was referred, for the officer who takes it up. */
export const keepLead: Receive = async (tx, { header, body }, { cipher, personTokens }) => {
  const lead = judicialAidLead.SEND.parse(body);
  if (header.case === null) throw new Error('A judicial-aid lead without its case.');
  await insertReceivedLead(tx, cipher, {
    id: header.subject,
    referralId: header.referral,
    regionCode: header.region,
    caseId: header.case,
    number: lead.number,
    caseNumber: lead.caseNumber,
    applicantToken: personTokens.of(lead.applicant.idNumber),
    applicant: lead.applicant,
    hardshipCode: lead.hardship,
    household: lead.household,
    description: lead.description,
    note: lead.note,
  });
};
