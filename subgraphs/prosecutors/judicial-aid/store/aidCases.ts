import type { Knex } from 'knex';
import pg from 'pg';
import { validate as isUuid, v7 as uuidv7 } from 'uuid';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey, loadLists } from '../../../kit/loaders.ts';
import { lockRecord } from '../../../kit/lockRecord.ts';
import { emptyPage, keysetPage, type PageArgs } from '../../../kit/paging.ts';
import { invalidInput } from '../../../kit/problems/problem.ts';
import { narrowScope, regionScope, type Viewer } from '../../../kit/viewer.ts';
import { readsOwn, withinRegion } from '../../../kit/visibility.ts';
import type { AidCaseStatus } from '../../generated/resolvers.ts';
import { FAULTS } from '../faults.ts';

export interface AidCase {
  id: string;
  number: string;
  leadId: string;
  referralId: string;
  regionCode: string;
  caseId: string;
  applicantToken: string;
  status: AidCaseStatus;
  version: number;
  /** Whether it ended because the lead was withdrawn. */
  withdrawn: boolean;
  /** Whether anything was paid. */
  paid: boolean;
  openedAt: Date;
  proposal: Proposal | null;
  /** The proposer's subject. */
  proposedBy: string | null;
  decision: { approved: boolean; amount: string | null; reason: string; at: Date } | null;
}

/** Whether and how much aid to give; without an amount it is a proposal not to aid. */
export interface Proposal {
  aid: boolean;
  amount: string | null;
  reason: string;
  exceedsCap: boolean;
  courtAward: string | null;
  at: Date;
}

interface Row {
  id: string;
  number: string;
  lead_id: string;
  referral_id: string;
  region_code: string;
  case_id: string;
  applicant_token: string;
  status: AidCaseStatus;
  version: number;
  withdrawn: boolean;
  paid: boolean;
  opened_at: Date;
  proposed_amount: string | null;
  proposal_reason: string | null;
  exceeds_cap: boolean | null;
  court_award: string | null;
  proposed_at: Date | null;
  proposed_by: string | null;
  approved: boolean | null;
  approved_amount: string | null;
  decision_reason: string | null;
  decided_at: Date | null;
  parent_key: string;
}

const COLUMNS = [
  'id',
  'number',
  'lead_id',
  'referral_id',
  'region_code',
  'case_id',
  'applicant_token',
  'status',
  'version',
  'withdrawn',
  'paid',
  'opened_at',
  'proposed_amount',
  'proposal_reason',
  'exceeds_cap',
  'court_award',
  'proposed_at',
  'proposed_by',
  'approved',
  'approved_amount',
  'decision_reason',
  'decided_at',
].map((column) => `aid_cases.${column}`);

/** A new proposal is not decided yet, whatever was decided on an earlier one. */
const UNDECIDED = { approved: null, approved_amount: null, decision_reason: null, decided_at: null, decided_by: null };

export interface AidCaseFilter {
  status?: readonly string[] | null;
  region?: string | null;
  openedFrom?: string | Date | null;
  openedTo?: string | Date | null;
}

export interface Change {
  status: AidCaseStatus;
  proposal?: {
    amount: string | null;
    reason: string;
    exceedsCap: boolean;
    approvalDocument: string | null;
    courtAward: string | null;
    by: string;
  };
  decision?: { approved: boolean; amount: string | null; reason: string; by: string };
  paid?: true;
}

/** Whether the database refused a second aid for one case and applicant: the index of that name keeps it to once. */
export function isSecondAid(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.constraint === 'aid_once_per_case_and_applicant';
}

/** Aid cases of the viewer's region: the prosecutors' own, and the federation's as far as it sent the lead. */
export function createAidCases({ db, viewer }: StoreParts) {
  const visible = () => visibleTo(viewer, db.queryBuilder());
  const lists = (keyType: 'uuid' | 'text', condition: string) =>
    loadLists<Row, AidCase>(
      db,
      viewer,
      keyType,
      (query) => visibleTo(viewer, query).whereRaw(condition).orderBy('aid_cases.id', 'desc'),
      toAidCase,
    );
  return {
    byId: loadByKey<Row, AidCase>(db, visible, 'aid_cases.id', toAidCase),
    byReferral: loadByKey<Row, AidCase>(db, visible, 'aid_cases.referral_id', toAidCase),
    /** The newest aid case of each lead: one statement. */
    ofLead: loadByKey<Row, AidCase>(
      db,
      () => visible().orderBy('aid_cases.id', 'desc'),
      'aid_cases.lead_id',
      toAidCase,
    ),
    ofCase: lists('uuid', 'aid_cases.case_id = parent.key'),
    ofPerson: lists('text', 'aid_cases.applicant_token = parent.key'),
    /** One statement. */
    async page(args: PageArgs, filter: AidCaseFilter) {
      const scope = narrowScope(viewer, filter.region);
      if (scope === null) return emptyPage<AidCase>(args);
      const query = withinRegion(visible(), 'aid_cases.region_code', scope);
      if (filter.status) query.whereIn('aid_cases.status', [...filter.status]);
      if (filter.openedFrom) query.where('aid_cases.opened_at', '>=', filter.openedFrom);
      if (filter.openedTo) query.where('aid_cases.opened_at', '<', filter.openedTo);
      return keysetPage<AidCase>(query, 'aid_cases.id', args, viewer, toAidCase as never);
    },
    /** Read in a transaction without a lock; null where there is none that the viewer may see. */
    async find(tx: Knex, id: string): Promise<AidCase | null> {
      if (!isUuid(id)) return null;
      const row = await visibleTo(viewer, tx.queryBuilder()).where('aid_cases.id', id).first();
      return row ? toAidCase(row as Row) : null;
    },
    /** The aid case that a referral opened, read in a transaction; null where there is none. */
    async ofReferral(tx: Knex, referralId: string): Promise<AidCase | null> {
      const row = await visibleTo(viewer, tx.queryBuilder()).where('aid_cases.referral_id', referralId).first();
      return row ? toAidCase(row as Row) : null;
    },
    /** The aid case, its row locked until the transaction ends and read afterwards; null where there is none that the viewer may see. */
    async lock(tx: Knex.Transaction, id: string): Promise<AidCase | null> {
      if (!(await lockRecord(tx, 'aid_cases', id))) return null;
      const row = await visibleTo(viewer, tx.queryBuilder()).where('aid_cases.id', id).first();
      return row ? toAidCase(row as Row) : null;
    },
    async insert(
      tx: Knex.Transaction,
      aidCase: Pick<AidCase, 'leadId' | 'referralId' | 'regionCode' | 'caseId' | 'applicantToken'> & {
        shortName: string;
      },
    ): Promise<string> {
      const id = uuidv7();
      await tx('aid_cases').insert({
        id,
        number: tx.raw(
          "? || '检救助〔' || extract(year from now() at time zone 'Asia/Shanghai') || '〕' || nextval('aid_case_number') || '号'",
          [aidCase.shortName],
        ),
        lead_id: aidCase.leadId,
        referral_id: aidCase.referralId,
        region_code: aidCase.regionCode,
        case_id: aidCase.caseId,
        applicant_token: aidCase.applicantToken,
        status: 'OPENED',
        opened_at: new Date(),
      });
      return id;
    },
    /** @throws Problem where it would be a second aid for one case and applicant */
    async change(tx: Knex.Transaction, id: string, { status, proposal, decision, paid }: Change): Promise<void> {
      await tx('aid_cases')
        .where({ id })
        .update({
          status,
          version: tx.raw('version + 1'),
          ...(paid && { paid }),
          ...(proposal && {
            proposed_amount: proposal.amount,
            proposal_reason: proposal.reason,
            exceeds_cap: proposal.exceedsCap,
            approval_document: proposal.approvalDocument,
            court_award: proposal.courtAward,
            proposed_at: new Date(),
            proposed_by: proposal.by,
            ...UNDECIDED,
          }),
          ...(decision && {
            approved: decision.approved,
            approved_amount: decision.amount,
            decision_reason: decision.reason,
            decided_at: new Date(),
            decided_by: decision.by,
          }),
        })
        .catch((error: unknown) => {
          throw isSecondAid(error) ? invalidInput(['aidCaseId'], FAULTS.AID_ALREADY_GIVEN, id) : error;
        });
    },
  };
}

/** Ends the aid case of a referral that the sender took back. Aid that was paid stays given, once for the case and applicant. */
export async function closeAsWithdrawn(tx: Knex.Transaction, referralId: string): Promise<void> {
  await tx('aid_cases')
    .where({ referral_id: referralId })
    .update({
      status: 'CLOSED',
      status_before_withdrawal: tx.ref('status'),
      withdrawn: tx.raw('not paid'),
      version: tx.raw('version + 1'),
    });
}

/** Takes the end by a withdrawal back. */
export async function reopenWithdrawn(tx: Knex.Transaction, referralId: string): Promise<void> {
  await tx('aid_cases')
    .where({ referral_id: referralId, status: 'CLOSED' })
    .whereNotNull('status_before_withdrawal')
    .update({
      status: tx.ref('status_before_withdrawal'),
      status_before_withdrawal: null,
      withdrawn: false,
      version: tx.raw('version + 1'),
    });
}

/** Puts the aid case of a referral that was taken up again under review. */
export async function reopen(tx: Knex.Transaction, referralId: string): Promise<void> {
  await tx('aid_cases')
    .where({ referral_id: referralId })
    .update({ status: 'UNDER_REVIEW', version: tx.raw('version + 1') });
}

function visibleTo(viewer: Viewer, query: Knex.QueryBuilder): Knex.QueryBuilder {
  query.select(COLUMNS).from('aid_cases').modify(withinRegion, 'aid_cases.region_code', regionScope(viewer.region));
  if (!readsOwn(viewer, 'PROSECUTORS')) {
    query.join('referrals', 'referrals.id', 'aid_cases.referral_id').where('referrals.counterpart', viewer.agency);
  }
  return query;
}

function toAidCase(row: Row): AidCase {
  const { proposed_amount: amount, proposed_at: proposedAt, approved, decided_at: decidedAt } = row;
  return {
    id: row.id,
    number: row.number,
    leadId: row.lead_id,
    referralId: row.referral_id,
    regionCode: row.region_code,
    caseId: row.case_id,
    applicantToken: row.applicant_token,
    status: row.status,
    version: row.version,
    withdrawn: row.withdrawn,
    paid: row.paid,
    openedAt: row.opened_at,
    proposal:
      proposedAt === null
        ? null
        : {
            aid: amount !== null,
            amount,
            reason: row.proposal_reason ?? '',
            exceedsCap: row.exceeds_cap ?? false,
            courtAward: row.court_award,
            at: proposedAt,
          },
    proposedBy: row.proposed_by,
    decision:
      approved === null || decidedAt === null
        ? null
        : { approved, amount: row.approved_amount, reason: row.decision_reason ?? '', at: decidedAt },
  };
}
