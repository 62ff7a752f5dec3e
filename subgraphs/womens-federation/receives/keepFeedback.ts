import { z } from 'zod';
import type { Receive } from '../../kit/definition.ts';
import { insertFeedback } from '../store/aidFeedback.ts';

/** The body of a conclusion, as the prosecutors send it. */
const bodyShape = z.object({ aided: z.boolean(), amount: z.string().nullable(), feedback: z.string() });

/** The prosecutors concluded: their feedback is kept beside the lead. */
export const keepFeedback: Receive = async (tx, { header, body }) => {
  const { aided, amount, feedback } = bodyShape.parse(body);
  await insertFeedback(tx, { aidLeadId: header.subject, aided, amount, text: feedback, at: header.at });
};
