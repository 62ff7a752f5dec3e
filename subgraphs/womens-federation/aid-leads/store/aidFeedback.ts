import type { Knex } from 'knex';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey } from '../../../kit/loaders.ts';

export interface AidFeedback {
  aided: boolean;
  amount: string | null;
  text: string;
  at: Date;
}

type Row = AidFeedback & { aid_lead_id: string };

export function createAidFeedback({ db }: StoreParts) {
  return {
    /** Feedback of many leads: one statement. */
    ofLead: loadByKey<Row, AidFeedback>(
      db,
      () => db('aid_feedback'),
      'aid_lead_id',
      ({ aided, amount, text, at }) => ({ aided, amount, text, at }),
    ),
  };
}

export async function insertFeedback(
  tx: Knex.Transaction,
  feedback: { aidLeadId: string; aided: boolean; amount: string | null; text: string; at: string },
): Promise<void> {
  const { aidLeadId, ...rest } = feedback;
  await tx('aid_feedback')
    .insert({ aid_lead_id: aidLeadId, ...rest })
    .onConflict('aid_lead_id')
    .merge();
}
