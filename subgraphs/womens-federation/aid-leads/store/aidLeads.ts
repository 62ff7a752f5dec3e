import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import type { FieldCipher } from '../../../kit/crypto/fieldCipher.ts';
import type { StoreParts } from '../../../kit/definition.ts';
import { loadByKey, loadLists } from '../../../kit/loaders.ts';
import { lockRecord } from '../../../kit/lockRecord.ts';
import { emptyPage, keysetPage, type PageArgs } from '../../../kit/paging.ts';
import type { Actor } from '../../../kit/referrals/side.ts';
import { narrowScope, regionScope, type Viewer } from '../../../kit/viewer.ts';
import { readsOwn, withinRegion } from '../../../kit/visibility.ts';
import type { AidLeadSource, ReferralStatus } from '../../generated/resolvers.ts';

export interface AidLead {
  id: string;
  number: string;
  status: ReferralStatus;
  version: number;
  regionCode: string;
  applicantToken: string;
  applicantName: string;
  applicantPhone: string | null;
  source: AidLeadSource;
  hardshipCode: string;
  household: {
    members: number;
    minors: number;
    monthlyIncome: string;
    schoolRecognisedHardship: boolean;
    note: string | null;
  };
  caseId: string;
  caseNumber: string;
  /** Whether the case was outside the lead's region: not everybody who sees the lead sees the case. */
  caseElsewhere: boolean;
  description: string;
  createdAt: Date;
  referralId: string | null;
  endReason: { code: string; text: string | null } | null;
}

/** Whom and what a lead is about. */
export type LeadSubject = Pick<AidLead, 'applicantToken' | 'caseId'>;

/** As many as the schema says of a payload's `duplicates`. */
const MOST_DUPLICATES = 20;

export interface NewAidLead {
  regionCode: string;
  applicant: { token: string; name: string; idNumber: string; phone: string | null };
  source: AidLeadSource;
  hardshipCode: string;
  household: AidLead['household'];
  caseId: string;
  caseNumber: string;
  caseElsewhere: boolean;
  description: string;
  createdBy: string;
}

/** Who she is, in clear: for the envelope that refers the lead, and for nothing else. */
export interface Applicant {
  name: string;
  idNumber: string;
  phone: string | null;
}

/** What is corrected in a lead: only what is given is changed. */
export interface Correction {
  values: {
    name?: string;
    idNumber?: string;
    phone?: string | null;
    household?: AidLead['household'];
    caseId?: string;
    caseNumber?: string;
    caseElsewhere?: boolean;
    hardshipCode?: string;
    source?: AidLeadSource;
    description?: string;
  };
  /** The fields of the type AidLead that it changes. */
  fields: readonly string[];
}

interface Row {
  id: string;
  number: string;
  region_code: string;
  applicant_token: string;
  applicant_name_sealed: string;
  applicant_phone_sealed: string | null;
  source: AidLeadSource;
  hardship_code: string;
  members: number;
  minors: number;
  monthly_income: string;
  school_recognised_hardship: boolean;
  household_note: string | null;
  case_id: string;
  case_number: string;
  case_elsewhere: boolean;
  description: string;
  created_at: Date;
  referral_id: string | null;
  status: ReferralStatus | null;
  version: number;
  cancelled_at: Date | null;
  cancel_reason_code: string | null;
  cancel_reason_text: string | null;
  reason_code: string | null;
  reason_text: string | null;
  parent_key: string;
}

const COLUMNS = [
  'aid_leads.id',
  'aid_leads.number',
  'aid_leads.region_code',
  'aid_leads.applicant_token',
  'aid_leads.applicant_name_sealed',
  'aid_leads.applicant_phone_sealed',
  'aid_leads.source',
  'aid_leads.hardship_code',
  'aid_leads.members',
  'aid_leads.minors',
  'aid_leads.monthly_income',
  'aid_leads.school_recognised_hardship',
  'aid_leads.household_note',
  'aid_leads.case_id',
  'aid_leads.case_number',
  'aid_leads.case_elsewhere',
  'aid_leads.description',
  'aid_leads.created_at',
  'aid_leads.referral_id',
  'referrals.status',
  'aid_leads.version',
  'aid_leads.cancelled_at',
  'aid_leads.cancel_reason_code',
  'aid_leads.cancel_reason_text',
  'referrals.reason_code',
  'referrals.reason_text',
];

/** The lead's status: its newest referral's, if it has one. */
const STATUS = "coalesce(referrals.status, case when aid_leads.cancelled_at is null then 'DRAFT' else 'CANCELLED' end)";

export interface AidLeadFilter {
  status?: readonly string[] | null;
  region?: string | null;
  hardship?: readonly string[] | null;
  createdFrom?: string | Date | null;
  createdTo?: string | Date | null;
}

/** Leads: the federation sees those of its region, another agency those of its region that are addressed to it. */
export function createAidLeads({ db, viewer, cipher, personTokens }: StoreParts) {
  const toLead = (row: Row) => toAidLead(row, cipher);
  const visible = () => visibleTo(viewer, db.queryBuilder());
  return {
    byId: loadByKey<Row, AidLead>(db, visible, 'aid_leads.id', toLead),
    byReferral: loadByKey<Row, AidLead>(db, visible, 'aid_leads.referral_id', toLead),
    /** Leads on many persons: one statement. */
    ofPerson: loadLists<Row, AidLead>(
      db,
      viewer,
      'text',
      (query) =>
        visibleTo(viewer, query).whereRaw('aid_leads.applicant_token = parent.key').orderBy('aid_leads.id', 'desc'),
      toLead,
    ),
    /** Leads behind which many cases stand: one statement. */
    ofCase: loadLists<Row, AidLead>(
      db,
      viewer,
      'uuid',
      (query) => visibleTo(viewer, query).whereRaw('aid_leads.case_id = parent.key').orderBy('aid_leads.id', 'desc'),
      toLead,
    ),
    /** One statement. */
    async page(args: PageArgs, filter: AidLeadFilter) {
      const scope = narrowScope(viewer, filter.region);
      if (scope === null) return emptyPage<AidLead>(args);
      const query = withinRegion(visible(), 'aid_leads.region_code', scope);
      if (filter.status) query.whereIn(db.raw(STATUS) as never, [...filter.status]);
      if (filter.hardship) query.whereIn('aid_leads.hardship_code', [...filter.hardship]);
      if (filter.createdFrom) query.where('aid_leads.created_at', '>=', filter.createdFrom);
      if (filter.createdTo) query.where('aid_leads.created_at', '<', filter.createdTo);
      return keysetPage<AidLead>(query, 'aid_leads.id', args, viewer, toLead as never);
    },
    /** Until the transaction ends nobody else records a lead on this person and case. */
    async lockSubject(tx: Knex.Transaction, { applicantToken, caseId }: LeadSubject): Promise<void> {
      await tx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`aid lead ${applicantToken} ${caseId}`]);
    },
    /** Leads on this person and case that were recorded before a lead, or so far (null), newest first: one statement. */
    async duplicates(tx: Knex, { applicantToken, caseId }: LeadSubject, before: string | null): Promise<AidLead[]> {
      const query = visibleTo(viewer, tx.queryBuilder())
        .where({ 'aid_leads.applicant_token': applicantToken, 'aid_leads.case_id': caseId })
        .whereRaw("referrals.status is distinct from 'ENTERED_IN_ERROR'")
        .whereNull('aid_leads.cancelled_at')
        .orderBy('aid_leads.id', 'desc')
        .limit(MOST_DUPLICATES);
      if (before !== null) query.where('aid_leads.id', '<', before);
      return ((await query) as Row[]).map(toLead);
    },
    async insert(tx: Knex.Transaction, lead: NewAidLead): Promise<string> {
      const id = uuidv7();
      const { applicant, household } = lead;
      await tx('aid_leads').insert({
        id,
        number: tx.raw(
          "'妇救线索〔' || extract(year from now() at time zone 'Asia/Shanghai') || '〕' || nextval('aid_lead_number') || '号'",
        ),
        region_code: lead.regionCode,
        applicant_token: applicant.token,
        applicant_name_sealed: cipher.seal(applicant.name),
        applicant_id_number_sealed: cipher.seal(applicant.idNumber),
        applicant_phone_sealed: applicant.phone === null ? null : cipher.seal(applicant.phone),
        source: lead.source,
        hardship_code: lead.hardshipCode,
        ...householdColumns(household),
        case_id: lead.caseId,
        case_number: lead.caseNumber,
        case_elsewhere: lead.caseElsewhere,
        description: lead.description,
        created_at: new Date(),
        created_by: lead.createdBy,
      });
      return id;
    },
    /**
     * The lead, its row locked until the transaction ends and read afterwards; null where there is none that the viewer may see.
     */
    async lock(tx: Knex.Transaction, id: string): Promise<AidLead | null> {
      if (!(await lockRecord(tx, 'aid_leads', id))) return null;
      const row = await visibleTo(viewer, tx.queryBuilder()).where('aid_leads.id', id).first();
      return row ? toLead(row as Row) : null;
    },
    async applicantOf(tx: Knex.Transaction, id: string): Promise<Applicant> {
      const row = await tx('aid_leads').where({ id }).first();
      return {
        name: cipher.open(row.applicant_name_sealed),
        idNumber: cipher.open(row.applicant_id_number_sealed),
        phone: row.applicant_phone_sealed === null ? null : cipher.open(row.applicant_phone_sealed),
      };
    },
    /** Sends the lead by `send`, which gives the referral that it follows from now on. */
    async refer(tx: Knex.Transaction, id: string, send: () => Promise<{ id: string }>): Promise<void> {
      // Grown first: the change that the step notes has the version after it.
      await tx('aid_leads').where({ id }).increment('version');
      const { id: referralId } = await send();
      await tx('aid_leads').where({ id }).update({ referral_id: referralId });
    },
    /** Changes what is given, and notes which fields. */
    async correct(
      tx: Knex.Transaction,
      lead: Pick<AidLead, 'id' | 'status'>,
      { values, fields }: Correction,
      by: Actor,
    ): Promise<void> {
      const { name, idNumber, phone, household, caseId, caseNumber, caseElsewhere, hardshipCode, source, description } =
        values;
      await tx('aid_leads')
        .where({ id: lead.id })
        .update({
          version: tx.raw('version + 1'),
          ...(name !== undefined && { applicant_name_sealed: cipher.seal(name) }),
          ...(idNumber !== undefined && {
            applicant_id_number_sealed: cipher.seal(idNumber),
            applicant_token: personTokens.of(idNumber),
          }),
          ...(phone !== undefined && { applicant_phone_sealed: phone === null ? null : cipher.seal(phone) }),
          ...(household && householdColumns(household)),
          ...(caseId !== undefined && { case_id: caseId, case_number: caseNumber, case_elsewhere: caseElsewhere }),
          ...(hardshipCode !== undefined && { hardship_code: hardshipCode }),
          ...(source !== undefined && { source }),
          ...(description !== undefined && { description }),
        });
      await noteChange(tx, lead.id, { action: 'CORRECTED', status: lead.status, fields, by });
    },
    async cancel(
      tx: Knex.Transaction,
      id: string,
      reason: { code: string; text: string | null },
      by: Actor,
    ): Promise<void> {
      await tx('aid_leads')
        .where({ id })
        .update({
          version: tx.raw('version + 1'),
          cancelled_at: new Date(),
          cancel_reason_code: reason.code,
          cancel_reason_text: reason.text,
        });
      await noteChange(tx, id, { action: 'CANCELLED', status: 'CANCELLED', fields: null, by });
    },
  };
}

/** The referral that the lead follows from now on. */
export async function followReferral(tx: Knex.Transaction, id: string, referralId: string): Promise<void> {
  await tx('aid_leads')
    .where({ id })
    .update({ referral_id: referralId, version: tx.raw('version + 1') });
}

function householdColumns(household: AidLead['household']) {
  return {
    members: household.members,
    minors: household.minors,
    monthly_income: household.monthlyIncome,
    school_recognised_hardship: household.schoolRecognisedHardship,
    household_note: household.note,
  };
}

/** What the federation did with a lead by itself; other agencies are not told of it. */
async function noteChange(
  tx: Knex.Transaction,
  aidLeadId: string,
  { action, status, fields, by }: { action: string; status: string; fields: readonly string[] | null; by: Actor },
): Promise<void> {
  await tx('aid_lead_changes').insert({
    aid_lead_id: aidLeadId,
    action,
    status,
    version: tx('aid_leads').where({ id: aidLeadId }).select('version'),
    fields,
    role: by.role,
    username: by.username,
    at: new Date(),
  });
}

function visibleTo(viewer: Viewer, query: Knex.QueryBuilder): Knex.QueryBuilder {
  query
    .select(COLUMNS)
    .from('aid_leads')
    .leftJoin('referrals', 'referrals.id', 'aid_leads.referral_id')
    .modify(withinRegion, 'aid_leads.region_code', regionScope(viewer.region));
  if (!readsOwn(viewer, 'WOMENS_FEDERATION')) query.where('referrals.counterpart', viewer.agency);
  return query;
}

function reasonOf(code: string | null, text: string | null): AidLead['endReason'] {
  return code === null ? null : { code, text };
}

function toAidLead(row: Row, cipher: FieldCipher): AidLead {
  return {
    id: row.id,
    number: row.number,
    status: row.status ?? (row.cancelled_at === null ? 'DRAFT' : 'CANCELLED'),
    version: row.version,
    regionCode: row.region_code,
    applicantToken: row.applicant_token,
    applicantName: cipher.open(row.applicant_name_sealed),
    applicantPhone: row.applicant_phone_sealed === null ? null : cipher.open(row.applicant_phone_sealed),
    source: row.source,
    hardshipCode: row.hardship_code,
    household: {
      members: row.members,
      minors: row.minors,
      monthlyIncome: row.monthly_income,
      schoolRecognisedHardship: row.school_recognised_hardship,
      note: row.household_note,
    },
    caseId: row.case_id,
    caseNumber: row.case_number,
    caseElsewhere: row.case_elsewhere,
    description: row.description,
    createdAt: row.created_at,
    referralId: row.referral_id,
    endReason: reasonOf(row.reason_code, row.reason_text) ?? reasonOf(row.cancel_reason_code, row.cancel_reason_text),
  };
}
