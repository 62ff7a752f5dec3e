import { v7 as uuidv7 } from 'uuid';
import { AGENCIES, type Facts, REGION } from '../expected/facts.ts';
import type { Rows } from './agencyRows.ts';
import { counterpartOf } from './aidRows.ts';

const DAY = '2023-03-01';

/** The register's case, and a line of three referrals for each agency as receiver. */
export function exchangeRows(facts: Facts): Rows {
  const { caseId, person, serial } = facts;
  const number = `（2023）辽0102刑初${serial}号`;
  const referral = {
    kind: 'JUDICIAL_AID_LEAD',
    status: 'RECEIVED',
    version: 2,
    region_code: REGION,
    case_id: caseId,
    person_tokens: [person.token],
    return_loop: false,
    sent_at: DAY,
    ended_at: DAY,
  };
  const lines = AGENCIES.flatMap((agency) => {
    const { parent, referral: own, child, aidLead } = facts.parties[agency];
    const parties = { from_agency: counterpartOf(agency), to_agency: agency, subject_id: aidLead };
    return [
      { ...referral, ...parties, id: parent, parent_id: null, hops: 0 },
      { ...referral, ...parties, id: own, parent_id: parent, hops: 1 },
      { ...referral, ...parties, id: child, parent_id: own, hops: 2 },
    ];
  });
  const events = AGENCIES.map((agency, index) => eventOf(facts, agency, serial * AGENCIES.length + index));
  return {
    cases: [{ id: caseId, number, kind: 'CRIMINAL', stage: 'TRIAL', region_code: REGION, opened_at: DAY }],
    case_numbers: [{ number, case_id: caseId, agency: 'COURTS', given_at: DAY }],
    case_agencies: [{ case_id: caseId, agency: 'COURTS' }],
    case_stages: [{ case_id: caseId, stage: 'TRIAL', agency: 'COURTS', at: DAY }],
    referrals: lines,
    referral_deadlines: AGENCIES.map((agency) => ({
      referral_id: facts.parties[agency].referral,
      step: 'ACCEPT',
      rule: '5WD',
      started_at: DAY,
      due_at: DAY,
      done_at: DAY,
      lapsed_at: DAY,
    })),
    ledger: events,
    deliveries: events.map(({ envelope_id, to_agency, referral_id, seq }) => ({
      envelope_id,
      to_agency,
      referral_id,
      seq,
      state: 'UNDELIVERABLE',
      attempts: 18,
      last_error: 'HTTP_503',
      finished_at: DAY,
    })),
    refused_envelopes: [
      {
        id: uuidv7(),
        envelope_id: uuidv7(),
        claimed_from: 'POLICE',
        network: '192.0.2.7',
        code: 'BAD_SIGNATURE',
      },
    ],
  };
}

/** An entry of the ledger that has everything an event can have; its chain is no concern here. */
function eventOf({ parties, caseId, person }: Facts, agency: (typeof AGENCIES)[number], seq: number) {
  return {
    seq,
    envelope_id: uuidv7(),
    referral_id: parties[agency].referral,
    kind: 'JUDICIAL_AID_LEAD',
    action: 'NOTE',
    from_agency: counterpartOf(agency),
    to_agency: agency,
    status: 'RECEIVED',
    version: 2,
    case_id: caseId,
    person_tokens: [person.token],
    region_code: REGION,
    reason_code: 'OTHER',
    note: 'PROPOSED',
    username: 'one',
    role: 'officer',
    at: DAY,
    recorded_at: DAY,
    jws: 'none',
    prev_hash: 'none',
    hash: 'none',
  };
}
