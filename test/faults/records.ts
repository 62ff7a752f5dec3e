import pg from 'pg';
import type { Config } from '../../runtime/config.ts';
import { databaseUrlOf } from '../../runtime/installation.ts';
import { seeingAllRows } from '../../subgraphs/kit/database/rowScope.ts';

/** One side of a referral, or the exchange's view of it. */
export interface ReferralRecord {
  id: string;
  status: string;
  version: number;
  subject_id: string;
}

export interface JobRecord {
  task_identifier: string;
  attempts: number;
  last_error: string | null;
}

/** What an agency holds of its referrals. */
export interface AgencyRecords {
  referrals: ReferralRecord[];
  events: { envelope_id: string; referral_id: string; superseded: boolean }[];
  outgoing: { id: string; referral_id: string; action: string; state: string; last_error: string | null }[];
  inbox: { envelope_id: string }[];
  jobs: JobRecord[];
}

/** What the databases hold of all that was done, at a moment when nothing moves any more. */
export interface Records {
  sender: AgencyRecords & {
    leads: { id: string; referral_id: string | null; description: string }[];
    feedback: { aid_lead_id: string; text: string }[];
    createdByKey: number;
  };
  receiver: AgencyRecords & {
    leads: { id: string; referral_id: string }[];
    aidCases: { referral_id: string; status: string; withdrawn: boolean }[];
  };
  exchange: {
    referrals: ReferralRecord[];
    ledger: { envelope_id: string; referral_id: string; action: string; to_agency: string }[];
    deliveries: { envelope_id: string; to_agency: string; state: string; last_error: string | null }[];
    refused: { envelope_id: string | null; code: string }[];
    jobs: JobRecord[];
  };
}

/** Jobs of messages that nobody has taken up, though they are due; a second try of what is done already may come later. */
const OVERDUE_JOBS = `select task_identifier, attempts, last_error from graphile_worker.jobs
  where task_identifier in ('send-envelope', 'deliver') and run_at < now() - interval '5 seconds'`;
const REFERRALS = 'select id, status, version, subject_id from referrals';

export async function readRecords(config: Config): Promise<Records> {
  const [sender, receiver, exchange] = await Promise.all([
    reading(config, 'womens-federation', async (rows) => ({
      ...(await readAgency(rows)),
      leads: await rows<Records['sender']['leads'][0]>('select id, referral_id, description from aid_leads'),
      feedback: await rows<Records['sender']['feedback'][0]>('select aid_lead_id, text from aid_feedback'),
      createdByKey: (await rows("select from idempotency_keys where key like '%-create'")).length,
    })),
    reading(config, 'prosecutors', async (rows) => ({
      ...(await readAgency(rows)),
      leads: await rows<Records['receiver']['leads'][0]>('select id, referral_id from received_leads'),
      aidCases: await rows<Records['receiver']['aidCases'][0]>('select referral_id, status, withdrawn from aid_cases'),
    })),
    reading(config, 'exchange', async (rows) => ({
      referrals: await rows<ReferralRecord>(REFERRALS),
      ledger: await rows<Records['exchange']['ledger'][0]>(
        'select envelope_id, referral_id, action, to_agency from ledger order by seq',
      ),
      deliveries: await rows<Records['exchange']['deliveries'][0]>(
        'select envelope_id, to_agency, state, last_error from deliveries',
      ),
      refused: await rows<Records['exchange']['refused'][0]>('select envelope_id, code from refused_envelopes'),
      jobs: await rows<JobRecord>(OVERDUE_JOBS),
    })),
  ]);
  return { sender, receiver, exchange };
}

/** Messages that are on their way: not taken by the exchange yet, or not delivered by it. */
export async function countUnderWay(config: Config): Promise<number> {
  const count = (part: string, sql: string) => reading(config, part, async (rows) => (await rows(sql)).length);
  const counts = await Promise.all([
    count('womens-federation', "select from outgoing_envelopes where state = 'SUBMITTED'"),
    count('prosecutors', "select from outgoing_envelopes where state = 'SUBMITTED'"),
    count('exchange', "select from deliveries where state = 'RELAYED'"),
  ]);
  return counts.reduce((sum, each) => sum + each, 0);
}

type Rows = <Row extends object>(sql: string) => Promise<Row[]>;

async function readAgency(rows: Rows): Promise<AgencyRecords> {
  return {
    referrals: await rows<ReferralRecord>(REFERRALS),
    events: await rows<AgencyRecords['events'][0]>('select envelope_id, referral_id, superseded from referral_events'),
    outgoing: await rows<AgencyRecords['outgoing'][0]>(
      'select id, referral_id, action, state, last_error from outgoing_envelopes',
    ),
    inbox: await rows<AgencyRecords['inbox'][0]>('select envelope_id from inbox'),
    jobs: await rows<JobRecord>(OVERDUE_JOBS),
  };
}

async function reading<T>(config: Config, part: string, read: (rows: Rows) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: seeingAllRows(databaseUrlOf(config, part) ?? '') });
  await client.connect();
  try {
    return await read(async (sql) => (await client.query(sql)).rows);
  } finally {
    await client.end();
  }
}
