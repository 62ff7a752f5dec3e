import * as operations from '../../schema/generated/operations.ts';
import { inventedIdNumber } from '../harness/register.ts';
import type { Insisting, Judge, SeenProblem } from './insist.ts';

const OFFICER = 'womens-federation.shenyang.officer';
const SUPERVISOR = 'womens-federation.shenyang.supervisor';
const PROSECUTOR = 'prosecutors.shenyang.prosecutor';
const CHIEF = 'prosecutors.shenyang.chief';

/**
 * What becomes of a lead: most are accepted, aid is refused, and the feedback acknowledged; some are returned, some of
 * those referred again; some are withdrawn by one agency while the other accepts them, and the ledger decides. Some are referred
 * by two people at the same moment, then accepted by two: one of each is too late.
 */
export type Path = 'CONCLUDED' | 'ACTED_ON_TWICE' | 'RETURNED' | 'REFERRED_AGAIN' | 'WITHDRAWN_OR_ACCEPTED';

export interface Lead {
  serial: number;
  path: Path;
  /** The register's number of the case behind it. */
  caseNumber: string;
}

/** How far the leads have come, for whoever watches. */
export interface Tally {
  created: number;
  referred: number;
  received: number;
  concluded: number;
  acknowledged: number;
  finished: number;
}

export function createTally(): Tally {
  return { created: 0, referred: 0, received: 0, concluded: 0, acknowledged: 0, finished: 0 };
}

export function pathOf(serial: number): Path {
  if (serial % 12 === 4) return 'RETURNED';
  if (serial % 12 === 7) return 'REFERRED_AGAIN';
  if (serial % 12 === 1 || serial % 12 === 6) return 'ACTED_ON_TWICE';
  return serial % 12 === 10 ? 'WITHDRAWN_OR_ACCEPTED' : 'CONCLUDED';
}

export function feedbackOf(serial: number): string {
  return `第${serial}号线索：不符合救助条件。`;
}

/**
 * Lives a lead from its record to its end, as the people in it.
 * @param recorded told its id as soon as there is one
 */
export async function liveLead(
  { serial, path, caseNumber }: Lead,
  people: Insisting,
  tally: Tally,
  recorded: (id: string) => void,
): Promise<void> {
  const key = (step: string) => ({ idempotencyKey: `fault-${serial}-${step}` });

  const { aidLead } = await people.insist(OFFICER, operations.CreateAidLeadDocument, {
    input: { ...key('create'), ...contentOf(serial), caseNumber },
  });
  const aidLeadId = must(aidLead).id;
  recorded(aidLeadId);
  tally.created += 1;
  if (path === 'ACTED_ON_TWICE') {
    const again = { input: { ...key('refer-too'), aidLeadId, expectedVersion: 0 } };
    const tooLate = standsAt(0, 'CONTENT');
    await Promise.all([
      refer('refer', 0, tooLate),
      people.insist(SUPERVISOR, operations.ReferAidLeadDocument, again, tooLate),
    ]);
  } else {
    await refer('refer', 0);
  }

  if (path === 'WITHDRAWN_OR_ACCEPTED') {
    const referralId = await referralOf(1);
    await Promise.all([accept('accept', referralId, standsAt(2, 'CONTENT')), withdraw(referralId)]);
  } else if (path === 'RETURNED') {
    await returnIt(await referralOf(1), 'NOT_ELIGIBLE');
  } else {
    if (path === 'REFERRED_AGAIN') {
      await returnIt(await referralOf(1), 'INCOMPLETE');
      await refer('refer-again', 3);
    }
    const referralId = await referralOf(path === 'REFERRED_AGAIN' ? 4 : 1);
    const aidCaseId = must(
      path === 'ACTED_ON_TWICE'
        ? await acceptByTwo(referralId)
        : await accept('accept', referralId, standsAt(2, 'WAIT')),
    );
    await refuseAid(aidCaseId);
    await people.insist(
      OFFICER,
      operations.WomensFederationReferralStepDocument,
      { input: { ...key('acknowledge'), referralId, action: 'ACKNOWLEDGE', expectedVersion: 5 } },
      standsAt(5),
    );
    tally.acknowledged += 1;
  }
  tally.finished += 1;

  function withVersion(step: string, expectedVersion: number) {
    return { input: { ...key(step), aidLeadId, expectedVersion } };
  }
  async function refer(step: string, version: number, judge = standsAt(version)): Promise<void> {
    await people.insist(OFFICER, operations.ReferAidLeadDocument, withVersion(step, version), judge);
    if (step !== 'refer-again') tally.referred += 1;
  }
  /** The referral that the lead follows from a version of the lead on. */
  async function referralOf(version: number): Promise<string> {
    const { aidLead } = await people.look(
      OFFICER,
      operations.LeadReferralDocument,
      { id: aidLeadId },
      ({ aidLead }) => (aidLead?.version ?? 0) >= version && aidLead?.referral != null,
    );
    return must(aidLead?.referral).id;
  }
  async function acceptByTwo(referralId: string): Promise<string | undefined> {
    const tooLate = standsAt(2, 'CONTENT');
    const [one, other] = await Promise.all([
      accept('accept', referralId, tooLate),
      people.insist(
        CHIEF,
        operations.AcceptAidLeadDocument,
        { input: { ...key('accept-too'), referralId, expectedVersion: 2 } },
        tooLate,
      ),
    ]);
    return one ?? other.aidCase?.id;
  }
  async function accept(step: string, referralId: string, judge: Judge): Promise<string | undefined> {
    const { aidCase } = await people.insist(
      PROSECUTOR,
      operations.AcceptAidLeadDocument,
      { input: { ...key(step), referralId, expectedVersion: 2 } },
      judge,
    );
    tally.received += 1;
    return aidCase?.id;
  }
  async function returnIt(referralId: string, reasonCode: string): Promise<void> {
    await people.insist(
      PROSECUTOR,
      operations.ProsecutorsReferralStepDocument,
      {
        input: { ...key('return'), referralId, action: 'RETURN', expectedVersion: 2, reasonCode, text: '材料见附件。' },
      },
      standsAt(2),
    );
    if (path === 'RETURNED') tally.received += 1;
  }
  async function withdraw(referralId: string): Promise<void> {
    const input = { referralId, action: 'WITHDRAW', expectedVersion: 2, reasonCode: 'PERSON_DECLINES' };
    await people.insist(
      OFFICER,
      operations.WomensFederationReferralStepDocument,
      { input: { ...key('withdraw'), ...input } },
      standsAt(2, 'CONTENT'),
    );
  }
  /** The shortest way to feedback: proposed by one, refused by another, concluded. */
  async function refuseAid(aidCaseId: string): Promise<void> {
    const step = (name: string, expectedVersion: number) => ({ ...key(name), aidCaseId, expectedVersion });
    await people.insist(PROSECUTOR, operations.ProposeAidDocument, {
      input: { ...step('propose', 1), amount: '1000.00', reason: '生活困难。' },
    });
    await people.insist(CHIEF, operations.DecideAidDocument, {
      input: { ...step('decide', 2), approve: false, reason: '不符合救助条件。' },
    });
    await people.insist(PROSECUTOR, operations.ConcludeAidLeadDocument, {
      input: { ...step('conclude', 3), feedback: feedbackOf(serial) },
    });
    tally.concluded += 1;
  }
}

/** The other side's step is still on its way while the lead is unknown or below the version; `above` says what it is past it. */
function standsAt(version: number, above: 'WAIT' | 'CONTENT' | 'FAULT' = 'FAULT'): Judge {
  return ({ code, currentVersion }: SeenProblem) => {
    if (code === 'NOT_FOUND') return 'WAIT';
    if (currentVersion === undefined) return 'FAULT';
    return currentVersion < version ? 'WAIT' : above;
  };
}

function contentOf(serial: number) {
  return {
    applicant: { name: '测试人', idNumber: inventedIdNumber(serial), phone: '13800000000' },
    source: 'HOME_VISIT' as const,
    hardship: 'EARNER_KILLED_OR_DISABLED',
    household: { members: 2, minors: 1, monthlyIncome: '1860.00' },
    description: `第${serial}号测试线索。`,
  };
}

function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('The answer lacks what the next step needs.');
  return value;
}
