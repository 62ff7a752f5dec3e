import { z } from 'zod';
import type { Receive } from '../../kit/definition.ts';
import { insertReceivedLead } from '../store/receivedLeads.ts';

/** The body of a referred lead, as the women's federation sends it. */
const bodyShape = z.object({
  number: z.string(),
  applicant: z.object({ name: z.string(), idNumber: z.string(), phone: z.string().nullable() }),
  hardship: z.string(),
  household: z.record(z.string(), z.unknown()),
  caseNumber: z.string(),
  description: z.string(),
  note: z.string().nullable(),
});

/** A lead arrived: it is kept as it was referred, for the officer who takes it up. */
export const keepLead: Receive = async (tx, { header, body }, { cipher, personTokens }) => {
  const lead = bodyShape.parse(body);
  if (header.case === null) throw new Error('A judicial-aid lead without its case.');
  await insertReceivedLead(tx, cipher, {
    id: header.subject,
    referralId: header.referral,
    regionCode: header.region,
    caseId: header.case,
    applicantToken: personTokens.of(lead.applicant.idNumber),
    ...lead,
  });
};
