import { print } from 'graphql';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { CasePartsFragmentDoc, LeadInboxDocument, RecordVisitDocument } from '../../schema/generated/operations.ts';
import { seeingAllRows } from '../../subgraphs/kit/database/rowScope.ts';
import { loadReferralRules } from '../../subgraphs/kit/referrals/rules.ts';
import { officerOf } from '../harness/officers.ts';

/** One time that a question is asked. */
export interface Asked {
  username: string;
  variables: Record<string, unknown>;
  /** The referral that is named as the reason; null for none. */
  referral: string | null;
}

/** What is asked again and again, by people of different regions and of different records. */
export interface Question {
  name: 'caseView' | 'list' | 'write';
  /** In words, for people. */
  what: string;
  query: string;
  next(): Asked;
  /** Whether an answer without errors has all that is to be measured. */
  isWhole(data: unknown): boolean;
  /** Fields that no two answers have alike. */
  unlike: readonly string[];
}

/** The parts of a case that any officer reads, and what a prosecutor reads under the lead that was referred for it. */
const CASE_VIEW = `query CaseViewUnderReferral($id: ID!) {
  case(id: $id) {
    ...CaseParts
    policeCase { parties { role person { __typename } } }
    trials { parties { role person { __typename } } judgment { result summary awardedCompensation inForceOn } }
    aidLeads {
      number applicantName applicantPhone description
      household { members minors monthlyIncome schoolRecognisedHardship note }
      applicant { identity { name sex birthDate idNumber registeredRegion { code name } address phone } }
    }
  }
}
${print(CasePartsFragmentDoc)}`;

/** As many leads as a page may hold; each is a row of the trail. */
const INBOX = 100;

/** Shenyang and Dalian: those of the demonstration that have as many. */
const CITIES = ['210100', '210200'];

/** What is shared under a condition must have been given: a closed field would cost less. */
const wholeCase = z.object({
  case: z.object({
    policeCase: z.object({ parties: z.array(z.object({})).min(1) }),
    trials: z.array(z.object({ parties: z.array(z.object({})).min(1), judgment: z.object({}) })).min(1),
    aidLeads: z.array(z.object({ household: z.object({}), applicant: z.object({ identity: z.object({}) }) })).min(1),
  }),
});
const wholePage = z.object({ aidLeads: z.object({ edges: z.array(z.object({})).length(INBOX) }) });
const wholeVisit = z.object({
  recordVisit: z.object({ visit: z.object({}), problems: z.array(z.object({})).length(0) }),
});

/** A referral of a lead, with the case behind it. */
export interface OpenReferral {
  regionCode: string;
  id: string;
  caseId: string;
  leadId: string;
}

/** The open referrals of leads, in an order in which their regions alternate. */
export async function openReferrals(exchangeUrl: string): Promise<OpenReferral[]> {
  const rules = loadReferralRules();
  const client = new pg.Client({ connectionString: seeingAllRows(exchangeUrl) });
  await client.connect();
  try {
    const { rows } = await client.query(
      `select id, status, case_id as "caseId", subject_id as "leadId", region_code as "regionCode" from referrals
       where kind = 'JUDICIAL_AID_LEAD' order by id`,
    );
    return rows.filter(({ status }) => rules.isOpen(status));
  } finally {
    await client.end();
  }
}

export function caseView(referrals: readonly OpenReferral[]): Question {
  const each = inTurn(referrals);
  return {
    name: 'caseView',
    what: 'A case, read under a referral',
    query: CASE_VIEW,
    next() {
      const { id, caseId, regionCode } = each();
      return { username: officerOf('PROSECUTORS', regionCode), variables: { id: caseId }, referral: id };
    },
    isWhole: (data) => wholeCase.safeParse(data).success,
    unlike: [],
  };
}

/** The prosecutors' inbox of the federation's leads. */
export function list(): Question {
  const each = inTurn(CITIES);
  return {
    name: 'list',
    what: `A page of ${INBOX} leads of another agency`,
    query: print(LeadInboxDocument),
    next: () => ({ username: officerOf('PROSECUTORS', each()), variables: { first: INBOX }, referral: null }),
    isWhole: (data) => wholePage.safeParse(data).success,
    unlike: [],
  };
}

/** The federation records a visit, and reads it. */
export function write(referrals: readonly OpenReferral[]): Question {
  const each = inTurn(referrals);
  return {
    name: 'write',
    what: 'A visit recorded',
    query: print(RecordVisitDocument),
    next() {
      const { leadId, regionCode } = each();
      const input = { idempotencyKey: uuidv7(), aidLeadId: leadId, visitedOn: '2024-03-05', findings: '示例' };
      return { username: officerOf('WOMENS_FEDERATION', regionCode), variables: { input }, referral: null };
    },
    isWhole: (data) => wholeVisit.safeParse(data).success,
    unlike: ['id'],
  };
}

function inTurn<T>(values: readonly T[]): () => T {
  let turn = 0;
  return () => {
    const value = values[turn++ % values.length];
    if (value === undefined) throw new Error('There is nothing to ask about.');
    return value;
  };
}
