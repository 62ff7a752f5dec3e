import type { Report } from '../harness/report.ts';
import type { Client } from './client.ts';
import { caseView, list, type OpenReferral, openReferrals, type Question, write } from './questions.ts';
import { differenceOf } from './sameData.ts';
import type { TrustSystem } from './system.ts';

/** Enough that the exchange's word on a referral is never still held when its turn comes again. */
const FEWEST_CASES = 50;

/**
 * The questions, each answered by both sets with the same data.
 * @throws where they differ, or where the demonstration has too little to ask about
 */
export async function prepareQuestions(system: TrustSystem, client: Client, report: Report): Promise<Question[]> {
  const open = await openReferrals(system.exchangeUrl);
  const whole: OpenReferral[] = [];
  for (const referral of open) if (await isAnsweredAlike(client, caseView([referral]))) whole.push(referral);
  if (whole.length < FEWEST_CASES)
    throw new Error(`Of ${open.length} cases under a referral only ${whole.length} have all that is asked.`);
  const others = [list(), write(open)];
  for (const question of others) {
    if (!(await isAnsweredAlike(client, question))) throw new Error(`${question.name} is not answered whole.`);
  }
  report.progress(`Both sets give the same data: ${whole.length} cases with all that is asked, the page, the visit.`);
  return [caseView(whole), ...others];
}

/** Whether both sets answer whole and without errors; false where neither does. @throws where their data differ */
async function isAnsweredAlike(client: Client, question: Question): Promise<boolean> {
  const asked = question.next();
  const withRules = await client.answer('with', question, asked);
  const without = await client.answer('without', question, question.unlike.length > 0 ? question.next() : asked);
  const isWhole = !withRules.errors && question.isWhole(withRules.data);
  if (!isWhole) return false;
  const difference = without.errors ? 'errors' : differenceOf(withRules.data, without.data, question.unlike);
  if (difference !== null) throw new Error(`${question.name}: the two sets differ at ${difference}.`);
  return true;
}
