import { shanghaiDay } from '../../subgraphs/kit/formats/day.ts';
import { times } from '../../subgraphs/kit/formats/money.ts';
import { CAP_MONTHS } from '../../subgraphs/prosecutors/judicial-aid/rules/aidCap.ts';
import { wageYear } from '../../subgraphs/prosecutors/judicial-aid/rules/wageYear.ts';
import type { Referral } from '../exchange/referrals.ts';
import { FIRST_WAGE_YEAR, WAGES } from '../places/districts.ts';
import { addFeedback } from '../womens-federation/feedback.ts';
import type { Happened, Lead } from '../womens-federation/lead.ts';
import type { LeadStep } from '../womens-federation/leadPaths.ts';
import { MATERIALS } from '../womens-federation/leadTexts.ts';
import type { World } from '../world/world.ts';

/** The last number given: the room counts all years and offices in one series. */
export interface AidCaseNumbers {
  last: number;
}

/** Share of the proposals above the cap, with approval of the excess. */
const ABOVE_CAP = 0.012;

/** Each of these steps changes the aid case, and so its version. */
const CHANGES: ReadonlySet<LeadStep> = new Set([
  'HOLD',
  'RESUME',
  'PROPOSE',
  'APPROVE',
  'REJECT',
  'PAY_PART',
  'PAY',
  'CONCLUDE',
  'AGREE_WITHDRAWAL',
  'REOPEN',
]);

/** What the prosecutors made of a lead that they accepted; nothing for the others. */
export function addAidCase(world: World, lead: Lead, referral: Referral, numbers: AidCaseNumbers): void {
  const at = (step: LeadStep) => lead.happened.findLast((each) => each.step === step)?.at ?? null;
  const openedAt = at('ACCEPT');
  if (!openedAt) return;
  const { random, rows, users } = world;
  const { place, id: caseId } = lead.background.registered;
  const id = random.uuid(openedAt);
  const officer = users.of('PROSECUTORS', place.code).username;
  const proposedAt = at('PROPOSE');
  const isApproved = at('APPROVE') !== null;
  const decidedAt = at('APPROVE') ?? at('REJECT');
  const isReopened = lead.status === 'REOPENED';
  const sum = aidSum(world, place.city.code, openedAt);
  numbers.last += 1;
  rows.add('PROSECUTORS', 'aid_cases', {
    id,
    number: `${place.short}检救助〔${shanghaiDay(openedAt).slice(0, 4)}〕${numbers.last}号`,
    lead_id: lead.id,
    referral_id: referral.id,
    region_code: place.code,
    case_id: caseId,
    applicant_token: lead.applicant.person.token,
    status: statusOf(lead.happened),
    version: 1 + lead.happened.filter(({ step }) => CHANGES.has(step)).length,
    opened_at: openedAt,
    withdrawn: at('AGREE_WITHDRAWAL') !== null,
    paid: at('PAY') !== null || at('PAY_PART') !== null,
    // What was proposed and decided before it was reopened stands in the ledger and in the feedback.
    ...(isReopened ? NOTHING_PROPOSED : proposal(proposedAt, sum, officer)),
    ...(isReopened
      ? NOTHING_DECIDED
      : decision(decidedAt, isApproved, sum.amount, users.of('PROSECUTORS', place.code, 'supervisor').username)),
  });
  addMaterialRequests(world, lead, id, officer);
  if (isApproved) addPayments(world, lead, id, sum.amount, officer);
  const concludedAt = at('CONCLUDE');
  if (concludedAt) addFeedback(world, { leadId: lead.id, amount: isApproved ? sum.amount : null, at: concludedAt });
}

function statusOf(happened: readonly Happened[]): string {
  const statuses: Partial<Record<LeadStep, string>> = {
    ACCEPT: 'OPENED',
    HOLD: 'WAITING_FOR_MATERIALS',
    RESUME: 'UNDER_REVIEW',
    PROPOSE: 'PROPOSED',
    APPROVE: 'APPROVED',
    REJECT: 'REJECTED',
    PAY_PART: 'APPROVED',
    PAY: 'PAID',
    CONCLUDE: 'CLOSED',
    AGREE_WITHDRAWAL: 'CLOSED',
    REOPEN: 'UNDER_REVIEW',
  };
  return happened.map(({ step }) => statuses[step]).findLast((status) => status !== undefined) ?? 'OPENED';
}

interface Sum {
  amount: string;
  excess: { document: string; award: string } | null;
}

/** As a rule some months of the wage; in a few cases more than the cap of 36 months. */
function aidSum({ random, numbers }: World, city: string, openedAt: Date): Sum {
  const wages = WAGES[city] ?? [];
  const monthly = wages[wageYear(openedAt) - FIRST_WAGE_YEAR] ?? wages.at(-1) ?? 0;
  const cap = Number(times(`${monthly}.00`, CAP_MONTHS));
  if (random.chance(ABOVE_CAP)) {
    const amount = Math.ceil((cap * (1.05 + random.next() * 0.25)) / 1_000) * 1_000;
    return {
      amount: `${amount}.00`,
      excess: {
        document: numbers.document('辽检救批（演示）', openedAt),
        award: `${amount + random.int(20, 300) * 1_000}.00`,
      },
    };
  }
  const months = random.chance(0.93) ? random.int(1, 9) : random.int(10, 34);
  return { amount: `${Math.max(Math.floor((monthly * months) / 1_000), 3) * 1_000}.00`, excess: null };
}

const NOTHING_PROPOSED = {
  proposed_amount: null,
  proposal_reason: null,
  exceeds_cap: null,
  approval_document: null,
  court_award: null,
  proposed_at: null,
  proposed_by: null,
};
const NOTHING_DECIDED = {
  approved: null,
  approved_amount: null,
  decision_reason: null,
  decided_at: null,
  decided_by: null,
};

function proposal(at: Date | null, { amount, excess }: Sum, by: string) {
  if (!at) return NOTHING_PROPOSED;
  return {
    proposed_amount: amount,
    proposal_reason: '生活困难，赔偿没有到位。（演示）',
    exceeds_cap: excess !== null,
    approval_document: excess?.document ?? null,
    court_award: excess?.award ?? null,
    proposed_at: at,
    proposed_by: by,
  };
}

function decision(at: Date | null, isApproved: boolean, amount: string, by: string) {
  if (!at) return NOTHING_DECIDED;
  return {
    approved: isApproved,
    approved_amount: isApproved ? amount : null,
    decision_reason: isApproved ? '同意承办人意见。（演示）' : '困难情形与案件没有直接关系。（演示）',
    decided_at: at,
    decided_by: by,
  };
}

function addMaterialRequests({ random, rows }: World, lead: Lead, aidCaseId: string, requestedBy: string): void {
  const requestedAt = lead.happened.find(({ step }) => step === 'HOLD')?.at;
  if (!requestedAt) return;
  const materials = MATERIALS.filter(() => random.chance(0.3));
  rows.add('PROSECUTORS', 'material_requests', {
    id: random.uuid(requestedAt),
    aid_case_id: aidCaseId,
    materials: materials.length > 0 ? materials : MATERIALS.slice(0, 1),
    requested_at: requestedAt,
    requested_by: requestedBy,
    received_at: lead.happened.find(({ step }) => step === 'RESUME')?.at ?? null,
  });
}

/** Paid at once or in two parts. */
function addPayments(
  { random, rows, numbers }: World,
  lead: Lead,
  aidCaseId: string,
  amount: string,
  recordedBy: string,
): void {
  const whole = Number(amount);
  const half = Math.floor(whole / 2_000) * 1_000 || whole / 2;
  const isInParts = lead.happened.some(({ step }) => step === 'PAY_PART');
  for (const { step, at } of lead.happened) {
    if (step !== 'PAY' && step !== 'PAY_PART') continue;
    const part = step === 'PAY_PART' ? half : isInParts ? whole - half : whole;
    rows.add('PROSECUTORS', 'aid_payments', {
      id: random.uuid(at),
      aid_case_id: aidCaseId,
      amount: part.toFixed(2),
      paid_on: shanghaiDay(at),
      voucher: numbers.document('演示凭证', at),
      recorded_by: recordedBy,
    });
  }
}
