import type { Knex } from 'knex';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey } from '../../../kit/loaders.ts';
import type { AidFeedbackRow } from '../../generated/rows.ts';

export type AidFeedback = AidFeedbackRow;

export function createAidFeedback({ db }: StoreParts) {
  return {
    /** Feedback of many leads: one statement. */
    byLead: loadByKey<AidFeedback>(db, () => db('aidFeedback').select('*'), 'aidLeadId'),
  };
}

/** @param feedback its moment as the message has it */
export async function insertFeedback(
  tx: Knex.Transaction,
  feedback: Omit<AidFeedback, 'at'> & { at: string },
): Promise<void> {
  await tx('aidFeedback').insert(feedback).onConflict('aidLeadId').merge();
}
