import type { ReferralStatus } from '../../subgraphs/kit/generated/schema.ts';
import type { Random } from '../world/random.ts';

/** What happens to a lead, one after the other; RECEIVE follows each SEND by itself. */
export type LeadStep =
  | 'CREATE'
  | 'SEND'
  | 'ACCEPT'
  | 'HOLD'
  | 'RESUME'
  | 'PROPOSE'
  | 'APPROVE'
  | 'REJECT'
  | 'PAY_PART'
  | 'PAY'
  | 'CONCLUDE'
  | 'ACKNOWLEDGE'
  | 'RETURN'
  | 'REFER_ONWARD'
  | 'WITHDRAW'
  | 'REQUEST_WITHDRAWAL'
  | 'AGREE_WITHDRAWAL'
  | 'ENTERED_IN_ERROR'
  | 'REOPEN';

/** Days before each step after the one before it. */
export interface LeadPath {
  status: ReferralStatus;
  steps: LeadStep[];
  gaps: number[];
  /** How many days ago the last step was. */
  age: number;
}

/** How many of 2,000 leads stand in each status; all others are acknowledged. DEAD_LETTERS is exact. */
const SHARES: Readonly<Partial<Record<ReferralStatus, number>>> = {
  DRAFT: 90,
  RECEIVED: 85,
  ACCEPTED: 45,
  IN_PROGRESS: 110,
  ON_HOLD: 40,
  CONCLUDED: 90,
  RETURNED: 130,
  REFERRED_ONWARD: 40,
  WITHDRAWN: 80,
  EXPIRED: 30,
  ENTERED_IN_ERROR: 25,
  REOPENED: 12,
};
/** Leads that were sent and could not be delivered: enough to show the operator's list, few enough not to worry him. */
const DEAD_LETTERS = 3;

/** Each status at least once, however few the leads are. */
export function leadStatuses(leads: number): ReferralStatus[] {
  const statuses: ReferralStatus[] = Object.entries(SHARES).flatMap(([status, share]) =>
    new Array<ReferralStatus>(Math.max(1, Math.round((leads * share) / 2_000))).fill(status as ReferralStatus),
  );
  statuses.push(...new Array<ReferralStatus>(DEAD_LETTERS).fill('SENT'));
  while (statuses.length < leads) statuses.push('ACKNOWLEDGED');
  return statuses;
}

/** How far leads under way have come, in turn. */
const UNDER_WAY = [
  'PROPOSE',
  'RESUME',
  'APPROVE',
  'PAY',
  'REJECT',
  'PROPOSE',
  'APPROVE',
  'PAY_PART',
  'RESUME',
  'APPROVE',
] as const;

/**
 * @param longest the oldest that a finished lead may be, in days
 * @param turn its place among the leads of its status
 */
export function leadPath(status: ReferralStatus, random: Random, longest: number, turn: number): LeadPath {
  const steps: LeadStep[] = ['CREATE'];
  const gaps = [0];
  const then = (step: LeadStep, from: number, to: number) => {
    steps.push(step);
    gaps.push(random.int(from, to));
  };
  const refer = () => then('SEND', 0, 3);
  const accept = () => {
    if (random.chance(0.05)) {
      then('SEND', 0, 2);
      then('RETURN', 1, 5);
      then('SEND', 2, 15);
    } else {
      refer();
    }
    then('ACCEPT', 0, random.chance(0.92) ? 5 : 11);
  };
  const wait = () => {
    then('HOLD', 1, 5);
    then('RESUME', 3, 20);
  };
  const decide = (isApproved: boolean) => {
    accept();
    if (random.chance(0.22)) wait();
    then('PROPOSE', 1, random.chance(0.88) ? 5 : 13);
    then(isApproved ? 'APPROVE' : 'REJECT', 0, 2);
  };
  const finish = (isApproved: boolean) => {
    decide(isApproved);
    if (isApproved && random.chance(0.1)) then('PAY_PART', 1, 3);
    if (isApproved) then('PAY', 1, 4);
    then('CONCLUDE', 0, 1);
  };
  let age: number;
  switch (status) {
    case 'DRAFT':
      age = random.int(1, 40);
      break;
    case 'SENT':
      refer();
      age = random.int(2, 3);
      break;
    case 'RECEIVED':
      refer();
      age = random.weighted([
        [random.int(1, 3), 50],
        [random.int(5, 7), 20],
        [random.int(8, 11), 18],
        [random.int(12, 45), 12],
      ]);
      break;
    case 'ACCEPTED':
      accept();
      age = random.weighted([
        [random.int(1, 6), 60],
        [random.int(10, 13), 20],
        [random.int(14, 18), 12],
        [random.int(19, 35), 8],
      ]);
      break;
    case 'IN_PROGRESS':
      age = random.weighted([
        [random.int(1, 4), 70],
        [random.int(5, 9), 22],
        [random.int(10, 25), 8],
      ]);
      inProgress();
      break;
    case 'ON_HOLD':
      accept();
      then('HOLD', 1, 5);
      age = random.int(1, 30);
      break;
    case 'CONCLUDED':
      finish(random.chance(0.82));
      age = random.int(1, 14);
      break;
    case 'RETURNED':
      refer();
      then('RETURN', 1, 6);
      age = random.int(1, longest);
      break;
    case 'REFERRED_ONWARD':
      refer();
      then('REFER_ONWARD', 1, 6);
      age = random.int(1, longest);
      break;
    case 'WITHDRAWN':
      if (random.chance(0.6)) {
        refer();
        then('WITHDRAW', 0, 4);
      } else {
        accept();
        then('REQUEST_WITHDRAWAL', 1, 6);
        then('AGREE_WITHDRAWAL', 0, 3);
      }
      age = random.int(1, longest);
      break;
    case 'EXPIRED':
      refer();
      age = random.int(62, longest);
      break;
    case 'ENTERED_IN_ERROR':
      refer();
      then('ENTERED_IN_ERROR', 0, 2);
      age = random.int(1, longest);
      break;
    case 'REOPENED':
      finish(false);
      then('ACKNOWLEDGE', 0, 5);
      then('REOPEN', 10, 60);
      age = random.int(1, 12);
      break;
    default:
      finish(random.chance(0.84));
      then('ACKNOWLEDGE', 0, 6);
      age = random.int(2, longest);
  }
  return { status, steps, gaps, age };

  function inProgress(): void {
    const furthest = UNDER_WAY[turn % UNDER_WAY.length] ?? 'PROPOSE';
    if (furthest === 'RESUME') {
      accept();
      wait();
    } else if (furthest === 'PROPOSE') {
      accept();
      then('PROPOSE', 1, 6);
    } else {
      decide(furthest !== 'REJECT');
      if (furthest === 'PAY' || furthest === 'PAY_PART') then(furthest, 1, 4);
    }
  }
}
