import type { Subgraphs } from './ask.ts';
import type { Case } from './shapes.ts';

const CASE =
  'query($id:ID!){case(id:$id){id number title stage openedOn claim office{code name address phone}subject{__typename id summary ...on Incident{place injured}...on Dispute{contract}}parties{role standing person{token}}}}';

export async function light({ register }: Subgraphs, { id }: { id: string }): Promise<object> {
  const { case: found } = await register<{ case: Case }>(CASE, { id });
  return { case: { ...partsOf(found), parties: found.parties } };
}

/** What both operations ask of a case itself. */
export function partsOf({ id, number, title, stage, openedOn, claim, office, subject }: Case) {
  return { id, number, title, stage, openedOn, claim, office, subject: subjectOf(subject) };
}

function subjectOf(subject: Case['subject']): object {
  const { id, summary } = subject;
  return subject.__typename === 'Incident'
    ? { id, summary, place: subject.place, injured: subject.injured }
    : { id, summary, contract: subject.contract };
}
