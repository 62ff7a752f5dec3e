import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { FieldCipher } from '../../../kit/crypto/fieldCipher.ts';
import type { StoreParts } from '../../../kit/definition.ts';
import type { ReferralRow } from '../../../kit/generated/rows.ts';
import { loadByKey, loadLists } from '../../../kit/loaders.ts';
import { lockRecord } from '../../../kit/lockRecord.ts';
import { type PageArgs, pageOf } from '../../../kit/paging.ts';
import type { Actor } from '../../../kit/referrals/side.ts';
import { regionScope, type Viewer } from '../../../kit/viewer.ts';
import { readsOwn, withinRegion } from '../../../kit/visibility.ts';
import type { AidLeadFilter, ReferralStatus } from '../../generated/resolvers.ts';
import type { AidLeadInsert, AidLeadRow } from '../../generated/rows.ts';

/** A lead with what is known of the referral that it follows; null for a draft. */
type FollowingRow = AidLeadRow &
  Pick<ReferralRow, 'reasonCode' | 'reasonText'> & { referralStatus: ReferralStatus | null };

export interface Household
  extends Pick<AidLeadRow, 'members' | 'minors' | 'monthlyIncome' | 'schoolRecognisedHardship'> {
  note: string | null;
}

export interface AidLead
  extends Omit<AidLeadRow, 'applicantNameSealed' | 'applicantIdNumberSealed' | 'applicantPhoneSealed'> {
  status: ReferralStatus;
  applicantName: string;
  applicantPhone: string | null;
  household: Household;
  endReason: { code: string; text: string | null } | null;
}

/** Whom and what a lead is about. */
export type LeadSubject = Pick<AidLead, 'applicantToken' | 'caseId'>;

/** As many as the schema says of a payload's `duplicates`. */
const MOST_DUPLICATES = 20;

/** Who she is, in clear: for the envelope that refers the lead, and for nothing else. */
export interface Applicant {
  name: string;
  idNumber: string;
  phone: string | null;
}

/** What a lead says of the case and of the hardship. */
type Content = Pick<
  AidLeadRow,
  'source' | 'hardshipCode' | 'caseId' | 'caseNumber' | 'caseElsewhere' | 'description'
> & { household: Household };

export interface NewAidLead extends Content, Pick<AidLeadInsert, 'regionCode' | 'createdBy'> {
  applicant: Applicant & { token: string };
}

/** What is corrected in a lead: only what is given is changed. */
export interface Correction {
  values: Partial<Content & Applicant>;
  /** The fields of the type AidLead that it changes. */
  fields: readonly string[];
}

/** The lead's status: its newest referral's, if it has one. */
const STATUS = "coalesce(referrals.status, case when aid_leads.cancelled_at is null then 'DRAFT' else 'CANCELLED' end)";

/** Leads: the federation sees those of its region, another agency those of its region that are addressed to it. */
export function createAidLeads({ db, viewer, cipher, personTokens }: StoreParts) {
  const open = (row: FollowingRow) => openLead(row, cipher);
  const visible = () => visibleTo(viewer, db.queryBuilder());
  return {
    byId: loadByKey(db, visible, 'aidLeads.id', 'uuid', open),
    byReferral: loadByKey(db, visible, 'aidLeads.referralId', 'uuid', open),
    /** Leads on many persons: one statement. */
    ofPerson: loadLists(
      db,
      viewer,
      'text',
      (query) =>
        visibleTo(viewer, query).whereRaw('aid_leads.applicant_token = parent.key').orderBy('aidLeads.id', 'desc'),
      open,
    ),
    /** Leads behind which many cases stand: one statement. */
    ofCase: loadLists(
      db,
      viewer,
      'uuid',
      (query) => visibleTo(viewer, query).whereRaw('aid_leads.case_id = parent.key').orderBy('aidLeads.id', 'desc'),
      open,
    ),
    /** One statement. */
    page(args: PageArgs, { status, hardship, region, createdFrom, createdTo }: AidLeadFilter) {
      const rows = visible();
      if (status) rows.whereRaw(`${STATUS} = any(?)`, [[...status]]);
      return pageOf(
        viewer,
        args,
        {
          rows,
          table: 'aidLeads',
          region,
          where: { hardshipCode: hardship, createdAt: { from: createdFrom, before: createdTo } },
        },
        open,
      );
    },
    /** Until the transaction ends nobody else records a lead on this person and case. */
    async lockSubject(tx: Knex.Transaction, { applicantToken, caseId }: LeadSubject): Promise<void> {
      await tx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`aid lead ${applicantToken} ${caseId}`]);
    },
    /** Leads on this person and case that were recorded before a lead, or so far (null), newest first: one statement. */
    async duplicates(tx: Knex, { applicantToken, caseId }: LeadSubject, before: string | null): Promise<AidLead[]> {
      const query = visibleTo(viewer, tx.queryBuilder())
        .where({ 'aidLeads.applicantToken': applicantToken, 'aidLeads.caseId': caseId })
        .whereRaw("referrals.status is distinct from 'ENTERED_IN_ERROR'")
        .whereNull('aidLeads.cancelledAt')
        .orderBy('aidLeads.id', 'desc')
        .limit(MOST_DUPLICATES);
      if (before !== null) query.where('aidLeads.id', '<', before);
      const rows: FollowingRow[] = await query;
      return rows.map(open);
    },
    async insert(tx: Knex.Transaction, { applicant, household, ...lead }: NewAidLead): Promise<string> {
      const id = uuidv7();
      await tx('aidLeads').insert({
        ...lead,
        ...householdColumns(household),
        id,
        number: tx.raw(
          "'妇救线索〔' || extract(year from now() at time zone 'Asia/Shanghai') || '〕' || nextval('aid_lead_number') || '号'",
        ),
        applicantToken: applicant.token,
        applicantNameSealed: cipher.seal(applicant.name),
        applicantIdNumberSealed: cipher.seal(applicant.idNumber),
        applicantPhoneSealed: applicant.phone === null ? null : cipher.seal(applicant.phone),
        createdAt: new Date(),
      });
      return id;
    },
    /**
     * The lead, its row locked until the transaction ends and read afterwards; null where there is none that the viewer may see.
     */
    async lock(tx: Knex.Transaction, id: string): Promise<AidLead | null> {
      if (!(await lockRecord(tx, 'aidLeads', id))) return null;
      const row: FollowingRow | undefined = await visibleTo(viewer, tx.queryBuilder()).where('aidLeads.id', id).first();
      return row ? open(row) : null;
    },
    async applicantOf(tx: Knex.Transaction, id: string): Promise<Applicant> {
      const row = await tx<AidLeadRow>('aidLeads').where({ id }).first();
      if (!row) throw new Error(`No lead ${id}.`);
      return {
        name: cipher.open(row.applicantNameSealed),
        idNumber: cipher.open(row.applicantIdNumberSealed),
        phone: row.applicantPhoneSealed === null ? null : cipher.open(row.applicantPhoneSealed),
      };
    },
    /** Sends the lead by `send`, which gives the referral that it follows from now on. */
    async refer(tx: Knex.Transaction, id: string, send: () => Promise<{ id: string }>): Promise<void> {
      // Grown first: the change that the step notes has the version after it.
      await tx('aidLeads').where({ id }).increment('version');
      const { id: referralId } = await send();
      await tx('aidLeads').where({ id }).update({ referralId });
    },
    /** Changes what is given, and notes which fields. */
    async correct(
      tx: Knex.Transaction,
      lead: Pick<AidLead, 'id' | 'status'>,
      { values, fields }: Correction,
      by: Actor,
    ): Promise<void> {
      const { name, idNumber, phone, household, ...columns } = values;
      await tx('aidLeads')
        .where({ id: lead.id })
        .update({
          ...columns,
          version: tx.raw('version + 1'),
          ...(name !== undefined && { applicantNameSealed: cipher.seal(name) }),
          ...(idNumber !== undefined && {
            applicantIdNumberSealed: cipher.seal(idNumber),
            applicantToken: personTokens.of(idNumber),
          }),
          ...(phone !== undefined && { applicantPhoneSealed: phone === null ? null : cipher.seal(phone) }),
          ...(household && householdColumns(household)),
        });
      await noteChange(tx, lead.id, { action: 'CORRECTED', status: lead.status, fields, by });
    },
    async cancel(
      tx: Knex.Transaction,
      id: string,
      reason: { code: string; text: string | null },
      by: Actor,
    ): Promise<void> {
      await tx('aidLeads')
        .where({ id })
        .update({
          version: tx.raw('version + 1'),
          cancelledAt: new Date(),
          cancelReasonCode: reason.code,
          cancelReasonText: reason.text,
        });
      await noteChange(tx, id, { action: 'CANCELLED', status: 'CANCELLED', fields: null, by });
    },
  };
}

/** The referral that the lead follows from now on. */
export async function followReferral(tx: Knex.Transaction, id: string, referralId: string): Promise<void> {
  await tx('aidLeads')
    .where({ id })
    .update({ referralId, version: tx.raw('version + 1') });
}

function householdColumns({ note, ...columns }: Household) {
  return { ...columns, householdNote: note };
}

/** What the federation did with a lead by itself; other agencies are not told of it. */
async function noteChange(
  tx: Knex.Transaction,
  aidLeadId: string,
  { action, status, fields, by }: { action: string; status: string; fields: readonly string[] | null; by: Actor },
): Promise<void> {
  await tx('aidLeadChanges').insert({
    aidLeadId,
    action,
    status,
    version: tx('aidLeads').where({ id: aidLeadId }).select('version'),
    fields,
    role: by.role,
    username: by.username,
    at: new Date(),
  });
}

function visibleTo(viewer: Viewer, query: Knex.QueryBuilder): Knex.QueryBuilder {
  query
    .select('aidLeads.*', 'referrals.status as referralStatus', 'referrals.reasonCode', 'referrals.reasonText')
    .from('aidLeads')
    .leftJoin('referrals', 'referrals.id', 'aidLeads.referralId')
    .modify(withinRegion, 'aidLeads.regionCode', regionScope(viewer.region));
  if (!readsOwn(viewer, 'WOMENS_FEDERATION')) query.where('referrals.counterpart', viewer.agency);
  return query;
}

function openLead(row: FollowingRow, cipher: FieldCipher): AidLead {
  const { applicantNameSealed, applicantIdNumberSealed: _, applicantPhoneSealed, ...lead } = row;
  return {
    ...lead,
    status: row.referralStatus ?? (row.cancelledAt === null ? 'DRAFT' : 'CANCELLED'),
    applicantName: cipher.open(applicantNameSealed),
    applicantPhone: applicantPhoneSealed === null ? null : cipher.open(applicantPhoneSealed),
    household: {
      members: row.members,
      minors: row.minors,
      monthlyIncome: row.monthlyIncome,
      schoolRecognisedHardship: row.schoolRecognisedHardship,
      note: row.householdNote,
    },
    endReason: reasonOf(row.reasonCode, row.reasonText) ?? reasonOf(row.cancelReasonCode, row.cancelReasonText),
  };
}

function reasonOf(code: string | null, text: string | null): AidLead['endReason'] {
  return code === null ? null : { code, text };
}
