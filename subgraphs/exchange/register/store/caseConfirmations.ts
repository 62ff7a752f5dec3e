import type { Knex } from 'knex';

/** A user of an agency, as the agency names them. */
interface Asker {
  agency: string;
  subject: string;
}

/** Counts one more question of a user on a day (YYYY-MM-DD); false where the day has no more left: then nothing is counted. */
export async function countConfirmation(
  db: Knex,
  { agency, subject }: Asker,
  day: string,
  most: number,
): Promise<boolean> {
  await db('caseConfirmations').where({ agency, subject }).where('day', '<', day).delete();
  const counted = await db('caseConfirmations')
    .insert({ agency, subject, day, questions: 1 })
    .onConflict(['agency', 'subject', 'day'])
    .merge({ questions: db.raw('case_confirmations.questions + 1') })
    .where('caseConfirmations.questions', '<', most)
    .returning('questions');
  return counted.length > 0;
}
