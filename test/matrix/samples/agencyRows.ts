import { v7 as uuidv7 } from 'uuid';
import type { FieldCipher } from '../../../subgraphs/kit/crypto/fieldCipher.ts';
import { type Facts, REGION } from '../expected/facts.ts';

/** Rows by table, each table after those that it refers to. */
export type Rows = Readonly<Record<string, readonly object[]>>;

/** A respondent of protection orders, who has no records. */
const RESPONDENT = 'a-respondent-of-whom-nobody-knows-anything0';
const UNIT = '210102000000';
const DAY = '2023-03-01';
const LATER = '2023-04-01';

/** What records of any person name: units, courts and the like. */
export const REFERENCE_ROWS: Readonly<Record<string, Rows>> = {
  police: { police_units: [{ code: UNIT, name: '试验分局', kind: 'BRANCH', region_code: REGION }] },
  courts: { courts: [{ code: '辽0102', name: '试验法院', region_code: REGION }] },
  prosecutors: {
    procuratorates: [{ code: '2101020', name: '试验检察院', short_name: '沈和', region_code: REGION }],
    average_wages: [{ region_code: REGION, year: 2022, monthly: '8300.00', source: '试验数据' }],
  },
};

/** What the police hold: the person, a case in which the person has a part, and an incident. */
export function policeRows(facts: Facts, cipher: FieldCipher): Rows {
  const { person, serial } = facts;
  return {
    persons: [
      {
        token: person.token,
        name_sealed: cipher.seal(person.name),
        id_number_sealed: cipher.seal(person.idNumber),
        address_sealed: cipher.seal(person.address),
        phone_sealed: cipher.seal(person.phone),
        sex: 'FEMALE',
        birth_date: '1990-01-18',
        region_code: REGION,
        protected: false,
      },
    ],
    incidents: [
      {
        id: facts.incident,
        number: `J${UNIT}2023030100${serial}`,
        kind: 'CRIMINAL',
        category: 'ASSAULT',
        status: 'FILED',
        region_code: REGION,
        unit_code: UNIT,
        reported_at: DAY,
      },
    ],
    police_cases: [
      {
        id: facts.policeCase,
        number: `A${UNIT}20230300${serial}`,
        kind: 'CRIMINAL',
        nature_code: 'INTENTIONAL_INJURY',
        status: 'SOLVED',
        filed_at: DAY,
        solved_at: LATER,
        concluded_at: LATER,
        unit_code: UNIT,
        region_code: REGION,
        case_id: facts.caseId,
      },
    ],
    case_parties: [{ id: uuidv7(), police_case_id: facts.policeCase, person_token: person.token, role: 'VICTIM' }],
  };
}

/** A dispute of the incident that the police handed over, with a value in every field of what came back. They refer to sides. */
export function disputeRows(facts: Facts, cipher: FieldCipher): Rows {
  const { dispute, incident, parties, person } = facts;
  return {
    disputes: [
      {
        id: dispute,
        incident_id: incident,
        region_code: REGION,
        kind: 'DAMAGES',
        summary_sealed: cipher.seal('试验纠纷'),
        referral_id: parties.POLICE.referral,
        referred_by: 'somebody',
        mediation_number: `沈和调〔2023〕${facts.serial}号`,
        organisation: '试验调解委员会',
        mediator: '调解员',
        dispute_outcome: 'AGREED',
        agreement_content_sealed: cipher.seal('试验协议'),
        agreement_amount: '1200.00',
        perform_by: LATER,
        failure_reason_sealed: cipher.seal('试验原因'),
        concluded_at: LATER,
      },
    ],
    dispute_parties: [
      {
        dispute_id: dispute,
        position: 1,
        person_token: person.token,
        name_sealed: cipher.seal(person.name),
        id_number_sealed: cipher.seal(person.idNumber),
      },
    ],
  };
}

/** What the justice bureau holds: a mediation that ended, with what it began with and came to, and legal aid. They refer to sides. */
export function justiceRows(facts: Facts, cipher: FieldCipher): Rows {
  const { idNumber, name, phone } = facts.person;
  return {
    mediation_organisations: [
      {
        id: facts.organisation,
        code: `T-${facts.serial}`,
        name: '试验调解委员会',
        kind: 'COMMITTEE',
        region_code: REGION,
      },
    ],
    mediators: [{ id: facts.mediator, organisation_id: facts.organisation, name: '调解员', full_time: true }],
    mediations: [
      {
        id: facts.mediation,
        number: `沈和调〔2023〕${facts.serial}号`,
        source: 'POLICE',
        dispute_kind: 'DAMAGES',
        status: 'AGREED',
        region_code: REGION,
        referral_id: facts.parties.JUSTICE.referral,
        agreement_sealed: cipher.seal('试验协议'),
        perform_by: LATER,
        failure_reason_sealed: cipher.seal('试验原因'),
        organisation_id: facts.organisation,
        mediator_id: facts.mediator,
        accepted_at: DAY,
        assigned_at: DAY,
        concluded_at: LATER,
        agreement_amount: '1200.00',
        case_id: facts.caseId,
      },
    ],
    mediation_parties: [{ mediation_id: facts.mediation, position: 1, person_token: facts.person.token }],
    mediation_requests: [
      {
        referral_id: facts.parties.JUSTICE.referral,
        region_code: REGION,
        incident_number: `J${UNIT}2023030100${facts.serial}`,
        dispute_kind: 'DAMAGES',
        summary_sealed: cipher.seal('试验纠纷'),
        parties_sealed: cipher.seal(JSON.stringify([{ name, idNumber, phone }])),
        note_sealed: cipher.seal('试验说明'),
        received_at: DAY,
      },
    ],
    mediation_sessions: [
      {
        id: uuidv7(),
        mediation_id: facts.mediation,
        held_at: DAY,
        place: '试验调解室',
        participants_sealed: cipher.seal('双方当事人'),
        note_sealed: cipher.seal('试验笔录'),
        recorded_at: DAY,
        recorded_by: 'somebody',
      },
    ],
    confirmation_applications: [
      {
        id: uuidv7(),
        mediation_id: facts.mediation,
        referral_id: facts.parties.JUSTICE.referral,
        applied_on: DAY,
        documents: ['司法确认申请书'],
        number: `（2023）辽0102民特${facts.serial}号`,
        confirmed: true,
        ruled_on: LATER,
        reason: '试验理由',
      },
    ],
    legal_aid_cases: [
      {
        id: facts.legalAidCase,
        number: `沈法援〔2023〕${facts.serial}号`,
        matter: 'CRIME_VICTIM',
        status: 'ASSIGNED',
        region_code: REGION,
        applicant_token: facts.person.token,
        applied_on: DAY,
        case_id: facts.caseId,
      },
    ],
  };
}

/** What the courts hold: a case with its judgment, a confirmation and a protection order. */
export function courtsRows(facts: Facts, cipher: FieldCipher): Rows {
  const numbered = (type: string) => `（2023）辽0102${type}${facts.serial}号`;
  return {
    court_cases: [
      {
        id: facts.courtCase,
        number: numbered('刑初'),
        type: 'CRIMINAL',
        instance: 'FIRST',
        cause: '故意伤害',
        status: 'IN_FORCE',
        accepted_on: DAY,
        judged_on: LATER,
        region_code: REGION,
        court_code: '辽0102',
        case_id: facts.caseId,
      },
    ],
    court_case_parties: [
      { id: uuidv7(), court_case_id: facts.courtCase, person_token: facts.person.token, role: 'VICTIM' },
    ],
    judgments: [
      {
        court_case_id: facts.courtCase,
        result: 'CONVICTED',
        summary: '判处有期徒刑，并赔偿。',
        awarded_compensation: '90000.00',
        in_force_on: LATER,
      },
    ],
    judicial_confirmations: [
      {
        id: facts.confirmation,
        number: numbered('民特'),
        mediation_id: facts.mediation,
        mediation_number: `沈和调〔2023〕${facts.serial}号`,
        referral_id: facts.parties.COURTS.referral,
        agreed_on: DAY,
        agreement_sealed: cipher.seal('试验协议'),
        agreement_amount: '1200.00',
        documents: ['司法确认申请书'],
        applicant_tokens: [facts.person.token],
        accepted_on: DAY,
        reason: '试验理由',
        status: 'CONFIRMED',
        applied_on: DAY,
        ruled_on: LATER,
        region_code: REGION,
        case_id: facts.caseId,
      },
    ],
    protection_orders: [
      {
        id: facts.protectionOrder,
        number: numbered('民保令'),
        status: 'ISSUED',
        applied_on: DAY,
        issued_on: DAY,
        valid_until: LATER,
        region_code: REGION,
        applicant_token: facts.person.token,
        respondent_token: RESPONDENT,
        case_id: facts.caseId,
      },
    ],
  };
}
