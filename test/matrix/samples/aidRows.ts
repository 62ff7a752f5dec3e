import { v7 as uuidv7 } from 'uuid';
import type { FieldCipher } from '../../../subgraphs/kit/crypto/fieldCipher.ts';
import { AGENCIES, type Agency, type Facts, REGION } from '../expected/facts.ts';
import type { Rows } from './agencyRows.ts';

const DAY = '2023-03-01';

/** Who stands on the other side of an agency's referral. */
export function counterpartOf(agency: Agency): Agency {
  return agency === 'WOMENS_FEDERATION' ? 'PROSECUTORS' : 'WOMENS_FEDERATION';
}

/** Each agency's own side of every referral: its counterpart is the viewer for whom the referral is there. */
export function sideRows(owner: Agency, facts: Facts): Rows {
  const referrals = AGENCIES.map((viewer) => ({
    id: facts.parties[viewer].referral,
    kind: 'JUDICIAL_AID_LEAD',
    party: 'SENDER',
    counterpart: viewer === owner ? counterpartOf(owner) : viewer,
    subject_id: facts.parties[viewer].aidLead,
    case_id: facts.caseId,
    person_tokens: [facts.person.token],
    region_code: REGION,
    status: 'RECEIVED',
    version: 2,
    reason_code: 'OTHER',
    reason_text: '试验',
  }));
  // A request to withdraw and its answer, so that every field of them has a value.
  const events = referrals.flatMap(({ id, counterpart }) =>
    (['REQUEST_WITHDRAWAL', 'REFUSE_WITHDRAWAL'] as const).map((action, index) => ({
      envelope_id: uuidv7(),
      referral_id: id,
      action,
      status: 'RECEIVED',
      version: index + 1,
      agency: index === 0 ? owner : counterpart,
      username: 'somebody',
      role: 'officer',
      reason_code: 'OTHER',
      reason_text: '试验',
      at: DAY,
    })),
  );
  return { referrals, referral_events: events };
}

/** What the prosecutors hold: a prosecution, an aid case for each referral, and a consultation in which all took part. */
export function prosecutorsRows(facts: Facts, cipher: FieldCipher): Rows {
  const { person } = facts;
  const each = AGENCIES.map((agency, index) => ({ agency, index, ...facts.parties[agency] }));
  return {
    prosecution_cases: [
      {
        id: facts.prosecutionCase,
        number: `沈检刑诉〔2023〕${facts.serial}号`,
        case_id: facts.caseId,
        region_code: REGION,
        charge: '故意伤害',
        status: 'INDICTED',
        received_on: DAY,
        decided_on: DAY,
      },
    ],
    prosecution_parties: [{ prosecution_case_id: facts.prosecutionCase, person_token: person.token, role: 'VICTIM' }],
    ...sideRows('PROSECUTORS', facts),
    received_leads: each.map(({ aidLead, referral, index }) => ({
      id: aidLead,
      referral_id: referral,
      number: `妇救线索〔2023〕${facts.serial}${index}号`,
      region_code: REGION,
      case_id: facts.caseId,
      case_number: `（2023）辽0102刑初${facts.serial}号`,
      applicant_token: person.token,
      applicant_name_sealed: cipher.seal(person.name),
      applicant_id_number_sealed: cipher.seal(person.idNumber),
      applicant_phone_sealed: cipher.seal(person.phone),
      hardship_code: 'EARNER_KILLED_OR_DISABLED',
      household: JSON.stringify({}),
      description: '试验',
      received_at: DAY,
    })),
    aid_cases: each.map(({ aidCase, aidLead, referral, index }) => ({
      id: aidCase,
      number: `沈检救助〔2023〕${facts.serial}${index}号`,
      lead_id: aidLead,
      referral_id: referral,
      region_code: REGION,
      case_id: facts.caseId,
      applicant_token: person.token,
      status: 'CLOSED',
      opened_at: DAY,
      // Aid is given once for a case and a person; what was withdrawn does not count.
      withdrawn: true,
      proposed_amount: '80000.00',
      proposal_reason: '生活困难',
      exceeds_cap: false,
      court_award: '90000.00',
      proposed_at: DAY,
      proposed_by: 'one',
      approved: true,
      approved_amount: '80000.00',
      decision_reason: '同意',
      decided_at: DAY,
      decided_by: 'another',
    })),
    aid_payments: each.map(({ payment, aidCase }) => ({
      id: payment,
      aid_case_id: aidCase,
      amount: '80000.00',
      paid_on: DAY,
      voucher: `V-${facts.serial}`,
      recorded_by: 'one',
    })),
    material_requests: each.map(({ materialRequest, aidCase }) => ({
      id: materialRequest,
      aid_case_id: aidCase,
      materials: ['收入证明'],
      requested_at: DAY,
      requested_by: 'one',
      received_at: DAY,
    })),
    consultations: [
      {
        id: facts.consultation,
        held_on: DAY,
        region_code: REGION,
        participants: [...AGENCIES],
        minutes: '试验',
        decisions: ['试验'],
        recorded_by: 'one',
      },
    ],
    consultation_leads: each.map(({ aidLead }) => ({ lead_id: aidLead, consultation_id: facts.consultation })),
  };
}

/** What the federation holds: a lead for each referral, with all that hangs on it. */
export function federationRows(facts: Facts, cipher: FieldCipher): Rows {
  const { person } = facts;
  const each = AGENCIES.map((agency, index) => ({ agency, index, ...facts.parties[agency] }));
  const { referrals, referral_events: steps } = sideRows('WOMENS_FEDERATION', facts);
  return {
    referrals: referrals ?? [],
    aid_leads: each.map(({ aidLead, referral, index }) => ({
      id: aidLead,
      number: `妇救线索〔2023〕${facts.serial}${index}号`,
      region_code: REGION,
      applicant_token: person.token,
      applicant_name_sealed: cipher.seal(person.name),
      applicant_id_number_sealed: cipher.seal(person.idNumber),
      applicant_phone_sealed: cipher.seal(person.phone),
      source: 'HOME_VISIT',
      hardship_code: 'EARNER_KILLED_OR_DISABLED',
      members: 2,
      minors: 1,
      monthly_income: '1860.00',
      school_recognised_hardship: true,
      household_note: '试验',
      case_id: facts.caseId,
      case_number: `（2023）辽0102刑初${facts.serial}号`,
      description: '试验',
      created_at: DAY,
      created_by: 'one',
      referral_id: referral,
    })),
    // Each becomes a change of its lead.
    referral_events: steps ?? [],
    aid_lead_changes: each.map(({ aidLead }) => ({
      aid_lead_id: aidLead,
      action: 'CORRECTED',
      status: 'DRAFT',
      version: 1,
      fields: ['description'],
      role: 'officer',
      username: 'one',
      at: DAY,
    })),
    aid_feedback: each.map(({ aidLead }) => ({
      aid_lead_id: aidLead,
      aided: true,
      amount: '80000.00',
      text: '已救助',
      at: DAY,
    })),
    assistance_measures: each.map(({ measure, aidLead }) => ({
      id: measure,
      aid_lead_id: aidLead,
      kind: 'SCHOOLING',
      provider: 'WOMENS_FEDERATION',
      status: 'DONE',
      starts_on: DAY,
      description: '助学',
      created_by: 'one',
    })),
    visits: each.map(({ visit, aidLead }) => ({
      id: visit,
      aid_lead_id: aidLead,
      visited_on: DAY,
      return_visit: true,
      participants: ['WOMENS_FEDERATION', 'PROSECUTORS'],
      findings: '试验',
      created_by: 'one',
    })),
  };
}
