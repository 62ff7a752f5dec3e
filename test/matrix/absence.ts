import pg from 'pg';
import { AGENCY_PARTS } from '../../runtime/partNames.ts';
import { seeingAllRows } from '../../subgraphs/kit/database/rowScope.ts';
import type { TestSystem } from '../harness/system.ts';
import { AGENCIES, type Agency, type Facts, inventFacts } from './expected/facts.ts';
import type { PartWork } from './partWork.ts';
import { entityQuery, representations } from './probes.ts';
import type { Fixture } from './samples/fixture.ts';
import type { Situation, State } from './samples/situations.ts';
import type { AskSubgraph } from './ways/subgraphAsker.ts';

/*
 * A sealed record is asked for beside one that does not exist: by every type of record that is sealed with its case, every agency
 * and role, without a referral and under some. But for ids nothing may differ, errors included.
 */

/** Who sealed it; its people and those of a record's own agency go on seeing it. */
const AUTHORITY: Agency = 'COURTS';
const RECORDS = [
  'PoliceCase',
  'ProsecutionCase',
  'CourtCase',
  'JudicialConfirmation',
  'ProtectionOrder',
  'Mediation',
  'LegalAidCase',
];
/** A role for each that the table of permissions lets read something else. */
const ROLES = ['officer', 'leader', 'auditor'];
/** Under a referral on the sealed case itself its aid lead and aid case are read, which stay with their parties. */
const NOT_ON_THE_CASE: readonly State[] = ['NONE', 'UNKNOWN', 'CLOSED', 'OTHER_PERSON_AND_CASE', 'OTHER_CASE'];

/** Seals the case of these facts, as the exchange's notice does in each database. */
export async function sealEverywhere({ databaseUrls }: TestSystem, { caseId }: Facts): Promise<void> {
  for (const part of AGENCY_PARTS) {
    const sql =
      part === 'exchange'
        ? 'insert into sealed_cases (case_id, sealed_for, sealed_at) values ($1, array[$2], now())'
        : 'call casegraph_apply_seal($1, array[$2], 1)';
    const client = new pg.Client({ connectionString: seeingAllRows(databaseUrls[part] as string) });
    await client.connect();
    await client.query(sql, [caseId, AUTHORITY]).finally(() => client.end());
  }
}

/** Where a sealed record answers otherwise than one that does not exist, one line each; and how many answers were compared. */
export async function betrayals(
  works: readonly PartWork[],
  { records: [sealed], situations }: Fixture,
  ask: AskSubgraph,
): Promise<{ found: string[]; compared: number }> {
  const { person } = sealed;
  const [ghost] = inventFacts(() => person.token);
  const found: string[] = [];
  let compared = 0;
  const compare = async ({ part, ofRecords }: PartWork, types: readonly string[], situation: Situation) => {
    const { agency, id } = situation;
    if (agency === AUTHORITY || agency === part.owner) return;
    const probes = ofRecords.filter(({ start }) => 'entity' in start && types.includes(start.entity));
    if (probes.length === 0) return;
    const query = entityQuery(part, probes);
    for (const roles of ROLES.map((role) => [role])) {
      const answerOn = async (facts: Facts) => {
        const variables = { ...representations(probes, [facts], agency), before: 0 };
        const text = JSON.stringify(await ask(part.name, { agency, roles }, id, query, variables));
        return text.replaceAll(facts.caseId, 'CASE').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID');
      };
      compared += 1;
      if ((await answerOn(sealed)) !== (await answerOn(ghost)))
        found.push(`${part.name}: ${types} to ${agency}/${roles} (${situation.state}, ${situation.purpose})`);
    }
  };
  for (const agency of AGENCIES)
    for (const situation of situations.filter(isAsked(agency)))
      for (const work of works) {
        await compare(work, RECORDS, situation);
        if (NOT_ON_THE_CASE.includes(situation.state)) await compare(work, ['Case'], situation);
      }
  return { found, compared };
}

function isAsked(agency: Agency) {
  return (situation: Situation) =>
    situation.agency === agency && (situation.purpose === null || situation.purpose === 'JUDICIAL_AID');
}
