import type { AgencyCode } from '../agencies.ts';

/** Tables that every agency but the hub has. */
const SIDES = ['referrals', 'received_bodies', 'referral_events', 'outgoing_envelopes', 'case_seals'];

/** The tables that the demonstration fills, each after those that it refers to. Nothing else is ever emptied. */
const TABLES: Readonly<Partial<Record<AgencyCode, readonly string[]>>> = {
  POLICE: [
    'police_units',
    'persons',
    'incidents',
    'police_cases',
    'case_parties',
    ...SIDES,
    'disputes',
    'dispute_parties',
  ],
  JUSTICE: [
    'mediation_organisations',
    'mediators',
    ...SIDES,
    'mediations',
    'mediation_parties',
    'mediation_requests',
    'mediation_sessions',
    'confirmation_applications',
    'legal_aid_cases',
  ],
  COURTS: [
    'courts',
    'court_cases',
    'court_case_parties',
    'judgments',
    ...SIDES,
    'judicial_confirmations',
    'protection_orders',
  ],
  PROSECUTORS: [
    'procuratorates',
    'prosecution_cases',
    'prosecution_parties',
    'average_wages',
    ...SIDES,
    'received_leads',
    'aid_cases',
    'aid_payments',
    'material_requests',
    'consultations',
    'consultation_leads',
  ],
  WOMENS_FEDERATION: [...SIDES, 'aid_leads', 'aid_feedback', 'assistance_measures', 'visits', 'aid_lead_changes'],
  HUB: [
    'cases',
    'sealed_cases',
    'case_numbers',
    'case_agencies',
    'case_stages',
    'ledger',
    'referrals',
    'deliveries',
    'referral_deadlines',
  ],
};

/** Of an agency for which nothing is invented, what every agency has. */
export function tablesOf(agency: AgencyCode): readonly string[] {
  return TABLES[agency] ?? SIDES;
}

/** Series that go on after the numbers of the demonstration: the column that holds them ends in the serial and 号. */
export const SERIES: readonly { agency: AgencyCode; sequence: string; table: string }[] = [
  { agency: 'WOMENS_FEDERATION', sequence: 'aid_lead_number', table: 'aid_leads' },
  { agency: 'PROSECUTORS', sequence: 'aid_case_number', table: 'aid_cases' },
];
