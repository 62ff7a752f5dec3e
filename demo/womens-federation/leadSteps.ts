import { SYSTEM } from '../../subgraphs/kit/referrals/side.ts';
import type { PlannedStep } from '../exchange/referralLife.ts';
import type { World } from '../world/world.ts';
import type { Happened, Lead } from './lead.ts';
import { RETURN_WORDS, WITHDRAWAL_REASONS } from './leadTexts.ts';

/** The steps of each referral of a lead: a lead that came back was sent a second time. */
export function byReferral(happened: readonly Happened[]): Happened[][] {
  const referrals: Happened[][] = [];
  for (const each of happened.slice(1)) {
    if (each.step === 'SEND') referrals.push([each]);
    else referrals.at(-1)?.push(each);
  }
  return referrals;
}

/** What the agencies did with a lead, as steps of its referral. */
export function stepsOf(world: World, lead: Lead, happened: readonly Happened[]): PlannedStep[] {
  const { random, users } = world;
  const region = lead.background.registered.place.code;
  const sender = { by: 'SENDER', actor: users.of('WOMENS_FEDERATION', region) } as const;
  const receiver = { by: 'RECEIVER', actor: users.of('PROSECUTORS', region) } as const;
  const supervisor = { by: 'RECEIVER', actor: users.of('PROSECUTORS', region, 'supervisor') } as const;
  const note = (at: Date, words: string) => ({ action: 'NOTE', at, note: words });
  const withdrawal = { code: random.pick(WITHDRAWAL_REASONS), text: null };
  return happened.flatMap(({ step, at }, index): PlannedStep[] => {
    switch (step) {
      case 'SEND': {
        const sent = { ...sender, action: step, at, body: bodyOf(lead) };
        const received = {
          by: 'RECEIVER',
          actor: SYSTEM,
          action: 'RECEIVE',
          at: new Date(at.getTime() + random.int(900, 5_000)),
        } as const;
        return lead.status === 'SENT' ? [sent] : [sent, received];
      }
      case 'PROPOSE': {
        const isStarted = happened.slice(0, index).some((each) => each.step === 'RESUME');
        const proposed = { ...receiver, ...note(new Date(at.getTime() + 40), 'PROPOSED') };
        return isStarted ? [proposed] : [{ ...receiver, action: 'START', at }, proposed];
      }
      case 'APPROVE':
        return [{ ...supervisor, ...note(at, 'APPROVED') }];
      case 'REJECT':
        return [{ ...supervisor, ...note(at, 'REJECTED') }];
      case 'PAY_PART':
        return [{ ...receiver, ...note(at, 'PAID_IN_PART') }];
      case 'PAY':
        return [{ ...receiver, ...note(at, 'PAID') }];
      case 'RETURN': {
        const code = random.pick(Object.keys(RETURN_WORDS));
        return [{ ...receiver, action: step, at, reason: { code, text: RETURN_WORDS[code] ?? null } }];
      }
      case 'REFER_ONWARD':
        return [{ ...receiver, action: step, at, reason: { code: 'NOT_COMPETENT', text: null } }];
      case 'REOPEN':
        return [
          { ...receiver, action: step, at, reason: { code: 'SITUATION_CHANGED', text: '出现新的困难情形。（演示）' } },
        ];
      case 'AGREE_WITHDRAWAL':
        return [{ ...receiver, action: step, at, reason: withdrawal }];
      case 'WITHDRAW':
      case 'REQUEST_WITHDRAWAL':
        return [{ ...sender, action: step, at, reason: withdrawal }];
      case 'ENTERED_IN_ERROR':
        return [{ ...sender, action: step, at, reason: { code: 'RECORDED_BY_MISTAKE', text: null } }];
      case 'ACKNOWLEDGE':
        return [{ ...sender, action: step, at }];
      default:
        return [{ ...receiver, action: step, at }];
    }
  });
}

/** What the federation sends, in full: of the leads that are not delivered, the receiver will read it. */
function bodyOf({ number, applicant, household, caseNumber, description }: Lead): object {
  const { name, idNumber, phone } = applicant.person;
  return {
    number,
    applicant: { name, idNumber, phone },
    hardship: applicant.hardship,
    household,
    caseNumber,
    description,
    note: null,
  };
}
