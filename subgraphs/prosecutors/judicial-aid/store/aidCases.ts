import type { Knex } from 'knex';
import pg from 'pg';
import { validate as isUuid, v7 as uuidv7 } from 'uuid';
import type { StoreParts } from '../../../kit/definition.ts';
import { type KeyType, loadByKey, loadLists } from '../../../kit/loaders.ts';
import { lockRecord } from '../../../kit/lockRecord.ts';
import { type PageArgs, pageOf } from '../../../kit/paging.ts';
import { invalidInput } from '../../../kit/problems/problem.ts';
import { regionScope } from '../../../kit/viewer.ts';
import { readsOwn, withinRegion } from '../../../kit/visibility.ts';
import type { AidCaseFilter } from '../../generated/resolvers.ts';
import type { AidCaseInsert, AidCaseRow } from '../../generated/rows.ts';
import { FAULTS } from '../faults.ts';

export type AidCase = AidCaseRow;

export type NewAidCase = Pick<AidCaseInsert, 'leadId' | 'referralId' | 'regionCode' | 'caseId' | 'applicantToken'> & {
  /** The procuratorate's, for the document number. */
  shortName: string;
};
export type ProposalChange = Required<
  Pick<
    AidCaseInsert,
    'proposedAmount' | 'proposalReason' | 'exceedsCap' | 'approvalDocument' | 'courtAward' | 'proposedBy'
  >
>;
export type DecisionChange = Required<
  Pick<AidCaseInsert, 'approved' | 'approvedAmount' | 'decisionReason' | 'decidedBy'>
>;
type Status = Pick<AidCaseInsert, 'status'>;

/** A new proposal is not decided yet, whatever was decided on an earlier one. */
const UNDECIDED = { approved: null, approvedAmount: null, decisionReason: null, decidedAt: null, decidedBy: null };

/** Whether the database refused a second aid for one case and applicant: the index of that name keeps it to once. */
export function isSecondAid(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.constraint === 'aid_once_per_case_and_applicant';
}

/** Aid cases of the viewer's region: the prosecutors' own, and the federation's as far as it sent the lead. */
export function createAidCases({ db, viewer }: StoreParts) {
  const visible = (query: Knex.QueryBuilder = db.queryBuilder()) => {
    query.select('aidCases.*').from('aidCases').modify(withinRegion, 'aidCases.regionCode', regionScope(viewer.region));
    if (!readsOwn(viewer, 'PROSECUTORS'))
      query.join('referrals', 'referrals.id', 'aidCases.referralId').where('referrals.counterpart', viewer.agency);
    return query;
  };
  const lists = (keyType: KeyType, condition: string) =>
    loadLists<AidCase>(db, viewer, keyType, (query) =>
      visible(query).whereRaw(condition).orderBy('aidCases.id', 'desc'),
    );
  const ofLead = lists('uuid', 'aid_cases.lead_id = parent.key');
  const read = async (tx: Knex, id: string): Promise<AidCase | null> =>
    isUuid(id) ? ((await visible(tx.queryBuilder()).where('aidCases.id', id).first()) ?? null) : null;
  return {
    byId: loadByKey<AidCase>(db, visible, 'aidCases.id'),
    byReferral: loadByKey<AidCase>(db, visible, 'aidCases.referralId'),
    /** The newest aid case of each of many leads: one statement. */
    newestOfLead: async (leadId: string) => (await ofLead.of(leadId, 1))[0] ?? null,
    ofCase: lists('uuid', 'aid_cases.case_id = parent.key'),
    ofPerson: lists('text', 'aid_cases.applicant_token = parent.key'),
    /** One statement. */
    page: (args: PageArgs, { status, region, openedFrom, openedTo }: AidCaseFilter) =>
      pageOf<AidCase>(viewer, args, {
        rows: visible(),
        table: 'aidCases',
        region,
        where: { status, openedAt: { from: openedFrom, before: openedTo } },
      }),
    /** Read in a transaction without a lock; null where there is none that the viewer may see. */
    read,
    /** The aid case that a referral opened, read in a transaction; null where there is none. */
    readByReferral: async (tx: Knex, referralId: string): Promise<AidCase | null> =>
      (await visible(tx.queryBuilder()).where('aidCases.referralId', referralId).first()) ?? null,
    /** The aid case, its row locked until the transaction ends and read afterwards; null where there is none that the viewer may see. */
    lock: async (tx: Knex.Transaction, id: string): Promise<AidCase | null> =>
      (await lockRecord(tx, 'aidCases', id)) ? read(tx, id) : null,
    async insert(tx: Knex.Transaction, { shortName, ...aidCase }: NewAidCase): Promise<string> {
      const id = uuidv7();
      await tx('aidCases').insert({
        id,
        number: tx.raw(
          "? || '检救助〔' || extract(year from now() at time zone 'Asia/Shanghai') || '〕' || nextval('aid_case_number') || '号'",
          [shortName],
        ),
        ...aidCase,
        status: 'OPENED',
        openedAt: new Date(),
      });
      return id;
    },
    /** @throws Problem where it would be a second aid for one case and applicant */
    change: (tx: Knex.Transaction, id: string, changed: Status & Pick<AidCaseInsert, 'paid'>) =>
      update(tx, id, changed),
    /** @throws Problem as `change` does */
    propose: (tx: Knex.Transaction, id: string, proposal: Status & ProposalChange) =>
      update(tx, id, { ...proposal, proposedAt: new Date(), ...UNDECIDED }),
    /** @throws Problem as `change` does */
    decide: (tx: Knex.Transaction, id: string, decision: Status & DecisionChange) =>
      update(tx, id, { ...decision, decidedAt: new Date() }),
  };
}

async function update(tx: Knex.Transaction, id: string, changed: Status & Partial<AidCaseInsert>): Promise<void> {
  await tx('aidCases')
    .where({ id })
    .update({ ...changed, version: tx.raw('version + 1') })
    .catch((error: unknown) => {
      throw isSecondAid(error) ? invalidInput(['aidCaseId'], FAULTS.AID_ALREADY_GIVEN, id) : error;
    });
}

/** Ends the aid case of a referral that the sender took back. Aid that was paid stays given, once for the case and applicant. */
export async function closeAsWithdrawn(tx: Knex.Transaction, referralId: string): Promise<void> {
  await tx('aidCases')
    .where({ referralId })
    .update({
      status: 'CLOSED',
      statusBeforeWithdrawal: tx.ref('status'),
      withdrawn: tx.raw('not paid'),
      version: tx.raw('version + 1'),
    });
}

/** Takes the end by a withdrawal back. */
export async function reopenWithdrawn(tx: Knex.Transaction, referralId: string): Promise<void> {
  await tx('aidCases')
    .where({ referralId, status: 'CLOSED' })
    .whereNotNull('statusBeforeWithdrawal')
    .update({
      status: tx.ref('statusBeforeWithdrawal'),
      statusBeforeWithdrawal: null,
      withdrawn: false,
      version: tx.raw('version + 1'),
    });
}

/** Puts the aid case of a referral that was taken up again under review. */
export async function reopen(tx: Knex.Transaction, referralId: string): Promise<void> {
  await tx('aidCases')
    .where({ referralId })
    .update({ status: 'UNDER_REVIEW', version: tx.raw('version + 1') });
}
