import { DAY_MS, shanghaiDay } from '../../subgraphs/kit/formats/day.ts';
import type { CaseBackground } from '../cases/caseBackground.ts';
import type { PlannedStep } from '../exchange/referralLife.ts';
import type { Referral } from '../exchange/referrals.ts';
import { addLegalAidAfter } from '../justice/legalAid.ts';
import { type AidCaseNumbers, addAidCase } from '../prosecutors/aidCases.ts';
import { type Consultations, createConsultations } from '../prosecutors/consultations.ts';
import { addReceivedLead } from '../prosecutors/receivedLeads.ts';
import type { World } from '../world/world.ts';
import { createApplicants } from './applicants.ts';
import { addMeasuresAndVisits } from './assistance.ts';
import type { Happened, Lead } from './lead.ts';
import { leadPath, leadStatuses } from './leadPaths.ts';
import { byReferral, stepsOf } from './leadSteps.ts';
import { leadDescription } from './leadTexts.ts';

/** From the first case to the end of a lead may pass so many days. */
const SLACK_DAYS = 130;

/** Leads in every status, the oldest first, with what the prosecutors made of them. */
export function addLeads(world: World, cases: readonly CaseBackground[], count: number): void {
  const { calendar, random } = world;
  const applicants = createApplicants(world, cases);
  const consultations = createConsultations(world);
  const aidCases: AidCaseNumbers = { last: 0 };
  const firstCase = Math.min(...cases.map(({ registered }) => registered.openedAt.getTime()));
  const longest = Math.floor((calendar.now.getTime() - firstCase) / DAY_MS) - SLACK_DAYS;
  const planned = leadStatuses(count).map((status, index) => {
    const path = leadPath(status, random, longest, index);
    const moments = calendar.endingAgo(path.age, path.gaps);
    return { status, happened: path.steps.map((step, index) => ({ step, at: moments[index] as Date })) };
  });
  planned.sort((a, b) => created(a.happened).getTime() - created(b.happened).getTime());
  for (const [index, { status, happened }] of planned.entries()) {
    const createdAt = created(happened);
    const { background, applicant } = applicants.choose(createdAt);
    const lead: Lead = {
      id: random.uuid(createdAt),
      number: `妇救线索〔${shanghaiDay(createdAt).slice(0, 4)}〕${index + 1}号`,
      status,
      createdAt,
      background,
      applicant,
      caseNumber: knownNumber(world, background, createdAt),
      description: leadDescription(random, applicant.hardship, background.matter),
      household: household(world),
      happened,
    };
    addLead(world, lead, consultations, aidCases);
  }
  consultations.close();
}

function created(happened: readonly Happened[]): Date {
  return (happened[0] as Happened).at;
}

/** One of the numbers that the case had when the lead was recorded. */
function knownNumber({ random }: World, { registered }: CaseBackground, at: Date): string {
  const known = registered.numbers.filter((each) => each.at <= at);
  return random.pick(known.length > 0 ? known : registered.numbers.slice(0, 1)).number;
}

function household({ random }: World): Lead['household'] {
  const minors = random.weighted([
    [0, 25],
    [1, 50],
    [2, 22],
    [3, 3],
  ] as const);
  return {
    members: minors + random.int(1, 3),
    minors,
    monthlyIncome: `${random.int(0, 60) * 50}.00`,
    schoolRecognisedHardship: minors > 0 && random.chance(0.45),
    note: null,
  };
}

function addLead(world: World, lead: Lead, consultations: Consultations, aidCases: AidCaseNumbers): void {
  let referral: Referral | null = null;
  let version = 0;
  const referrals = byReferral(lead.happened);
  for (const [index, happened] of referrals.entries()) {
    const isLast = index === referrals.length - 1;
    const steps = stepsOf(world, lead, happened);
    if (isLast && lead.status !== 'SENT') addConsulted(world, lead, steps, consultations);
    referral = world.referrals.add({
      kind: 'JUDICIAL_AID_LEAD',
      from: 'WOMENS_FEDERATION',
      to: 'PROSECUTORS',
      subjectId: lead.id,
      registered: lead.background.registered,
      persons: [lead.applicant.person],
      parent: referral,
      steps,
      isDeadLetter: lead.status === 'SENT',
    });
    version += referral.life.version;
  }
  addLeadRow(world, lead, referral?.id ?? null, version);
  if (referral && lead.status !== 'SENT') {
    addReceivedLead(world, lead, referral);
    addAidCase(world, lead, referral, aidCases);
    if (lead.status === 'REFERRED_ONWARD') addLegalAidAfter(world, lead, referral);
  }
  addMeasuresAndVisits(world, lead);
}

function addConsulted(world: World, lead: Lead, steps: PlannedStep[], consultations: Consultations): void {
  const { rules, calendar, users } = world;
  const region = lead.background.registered.place.code;
  const from = (steps[1] ?? steps[0])?.at ?? calendar.now;
  const to = rules.isOpen(lead.status) ? calendar.until : (steps.at(-1)?.at ?? calendar.now);
  const at = consultations.discuss(lead.id, region, from, to);
  if (!at) return;
  const before = steps.findLastIndex((step) => step.at <= at);
  steps.splice(before + 1, 0, {
    action: 'NOTE',
    at,
    by: 'RECEIVER',
    actor: users.of('PROSECUTORS', region),
    note: 'CONSULTED',
  });
}

const SOURCES = [
  ['PETITION', 30],
  ['HOTLINE_12338', 20],
  ['HOME_VISIT', 28],
  ['LEGAL_AID', 14],
  ['CHARITY', 8],
] as const;

function addLeadRow(
  { rows, secrets, users, random }: World,
  lead: Lead,
  referralId: string | null,
  version: number,
): void {
  const { applicant, household: home, background } = lead;
  const { person } = applicant;
  const region = background.registered.place.code;
  const seal = (text: string) => secrets.seal('WOMENS_FEDERATION', text);
  rows.add('WOMENS_FEDERATION', 'aid_leads', {
    id: lead.id,
    number: lead.number,
    region_code: region,
    applicant_token: person.token,
    applicant_name_sealed: seal(person.name),
    applicant_id_number_sealed: seal(person.idNumber),
    applicant_phone_sealed: person.phone === null ? null : seal(person.phone),
    source: random.weighted(SOURCES),
    hardship_code: applicant.hardship,
    members: home.members,
    minors: home.minors,
    monthly_income: home.monthlyIncome,
    school_recognised_hardship: home.schoolRecognisedHardship,
    household_note: home.note,
    case_id: background.registered.id,
    case_number: lead.caseNumber,
    description: lead.description,
    created_at: lead.createdAt,
    created_by: users.of('WOMENS_FEDERATION', region).username,
    referral_id: referralId,
    version,
  });
}
