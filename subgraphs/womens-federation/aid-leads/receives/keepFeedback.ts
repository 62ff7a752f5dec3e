import { judicialAidLead } from '../../../contracts/judicialAidLead.ts';
import type { Receive } from '../../../kit/definition.ts';
import { insertFeedback } from '../store/aidFeedback.ts';

/** The prosecutors concluded: their feedback is kept beside the lead. */
export const keepFeedback: Receive = async (tx, { header, body }) => {
  const { aided, amount, feedback } = judicialAidLead.CONCLUDE.parse(body);
  await insertFeedback(tx, { aidLeadId: header.subject, aided, amount, text: feedback, at: header.at });
};
