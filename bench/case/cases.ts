import pg from 'pg';
import { seeingAllRows } from '../../subgraphs/kit/database/rowScope.ts';
import { officerOf } from '../harness/officers.ts';

/** An officer, and cases of the region that stand behind a lead: on these every agency may have something. */
export interface Officer {
  username: string;
  cases: readonly string[];
}

/** More than there are clients and than any cache of a moment holds. */
const MOST_CASES = 500;

export async function casesByOfficer(federationUrl: string): Promise<Officer[]> {
  const client = new pg.Client({ connectionString: seeingAllRows(federationUrl) });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; region: string }>(
      `select aid_leads.case_id as id, min(aid_leads.region_code) as region
       from aid_leads join referrals on referrals.id = aid_leads.referral_id
       where referrals.counterpart = 'PROSECUTORS' group by aid_leads.case_id order by md5(aid_leads.case_id::text) limit $1`,
      [MOST_CASES],
    );
    const byOfficer = Map.groupBy(rows, ({ region }) => officerOf('PROSECUTORS', region));
    return [...byOfficer].map(([username, theirs]) => ({ username, cases: theirs.map(({ id }) => id) }));
  } finally {
    await client.end();
  }
}
