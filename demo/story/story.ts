import { setTimeout as sleep } from 'node:timers/promises';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import * as operations from '../../schema/generated/operations.ts';
import { shanghaiDay } from '../../subgraphs/kit/formats/day.ts';
import { HUANG, HUANG_CASE, HUANG_HOUSEHOLD } from './characters.ts';
import type { Asker, People } from './people.ts';

/** One step, as it is told. */
export interface Told {
  title: string;
  who: string;
  operation: string;
  answer: unknown;
  /** How long somebody waited until it was seen, in milliseconds; null where nobody had to. */
  waitedMs: number | null;
}

/** What the story leaves behind, for whoever wants to look at it. */
export interface StoryEnd {
  aidLeadId: string;
  aidCaseId: string;
}

export const STORY_PEOPLE = {
  officer: 'womens-federation.shenyang.officer',
  prosecutor: 'prosecutors.shenyang.prosecutor',
  chief: 'prosecutors.shenyang.chief',
  auditor: 'hub.auditor',
};

/** What was seen of each other's doings must be there in this time. */
const PATIENCE_MS = 15_000;
const AMOUNT = '80000.00';

/**
 * The story of Shenyang, played by the people in it through the gateway. Each mutation has a fixed idempotency key, so that
 * playing it again repeats the answers and changes nothing.
 */
export async function playStory(people: People, tell: (told: Told) => void): Promise<StoryEnd> {
  const officer = await people.as(STORY_PEOPLE.officer);
  const prosecutor = await people.as(STORY_PEOPLE.prosecutor);
  const chief = await people.as(STORY_PEOPLE.chief);
  const auditor = await people.as(STORY_PEOPLE.auditor);
  const key = (step: string) => ({ idempotencyKey: `story-of-ms-huang-${step}` });

  /** A mutation: told with its answer; problems end the story unless they are what the step is about. */
  async function act<Data extends object, Variables>(
    title: string,
    who: Asker,
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    expected: 'done' | 'problem' = 'done',
  ): Promise<Data[keyof Data]> {
    const data = await who.ask(document, variables);
    const [name, payload] = Object.entries(data)[0] as [string, Data[keyof Data] & { problems: { code: string }[] }];
    tell({ title, who: who.username, operation: name, answer: payload, waitedMs: null });
    if (payload.problems.length > 0 !== (expected === 'problem')) {
      throw new Error(
        `${name}: ${payload.problems.map((problem) => problem.code).join(', ') || 'a problem was expected'}`,
      );
    }
    return payload;
  }

  /**
   * A query that is asked again until it shows what the other side did. When the story is told again its referral has ended,
   * and what it opened is closed: the answer shows that.
   */
  async function see<Data extends object, Variables, Seen>(
    title: string,
    who: Asker,
    document: TypedDocumentNode<Data, Variables>,
    variables: Variables,
    seen: (data: Data) => Seen | null | undefined | false,
  ): Promise<Seen> {
    const since = Date.now();
    for (;;) {
      const { data, errors = [] } = await who.answer(document, variables);
      // Told again, the referral may have ended a moment ago: an answer that still used it is taken back whole, and asked for again.
      const failed = errors.filter(({ extensions }) => extensions?.code !== 'REFERRAL_NOT_OPEN');
      if (failed.length > 0 || (!data && errors.length === 0))
        throw new Error(
          `${title}: ${failed.map(({ extensions, message }) => extensions?.code ?? message).join(', ') || 'no data'}`,
        );
      const found = data && seen(data);
      if (found) {
        const operation = (document.definitions[0] as { name?: { value: string } }).name?.value ?? '';
        tell({ title, who: who.username, operation, answer: found, waitedMs: Date.now() - since });
        return found;
      }
      if (Date.now() - since > PATIENCE_MS) throw new Error(`${title}: not seen within ${PATIENCE_MS} ms.`);
      await sleep(20);
    }
  }

  const lead = {
    ...key('create'),
    applicant: { name: HUANG.name, idNumber: HUANG.idNumber, phone: HUANG.phone },
    source: 'HOME_VISIT' as const,
    hardship: 'EARNER_KILLED_OR_DISABLED',
    household: {
      ...HUANG_HOUSEHOLD,
      note: '独自抚养幼子，孩子已被学校认定为家庭经济困难学生。',
    },
    caseNumber: HUANG_CASE.courtNumber,
    description: '丈夫系刑事案件被害人，判决赔偿未能执行到位，母子生活困难，申请司法救助。',
  };
  const mistyped = `${HUANG.idNumber.slice(0, -1)}${HUANG.idNumber.endsWith('1') ? '2' : '1'}`;
  await act(
    'An identity number with a typing error is refused, and nothing is recorded',
    officer,
    operations.CreateAidLeadDocument,
    {
      input: { ...lead, ...key('typo'), applicant: { ...lead.applicant, idNumber: mistyped } },
    },
    'problem',
  );
  const created = await act('The federation records the lead', officer, operations.CreateAidLeadDocument, {
    input: lead,
  });
  const aidLeadId = must(created.aidLead).id;
  await act('The federation refers it to the prosecutors', officer, operations.ReferAidLeadDocument, {
    input: { ...key('refer'), aidLeadId, expectedVersion: 0, note: '请予优先审查。' },
  });
  const seen = await see(
    'A prosecutor of the city sees it among the leads',
    prosecutor,
    operations.LeadInboxDocument,
    { first: 20 },
    ({ aidLeads }) => aidLeads.edges.map(({ node }) => node).find((node) => node.id === aidLeadId && node.version >= 2),
  );
  const referralId = must(seen.referral).id;
  // The day of the lead, so that the story told again is the same to the letter.
  const storyDay = shanghaiDay(new Date(seen.createdAt));
  await see(
    'Under the referral, in one query: all that bears on it',
    prosecutor.under(referralId),
    operations.LeadBackgroundDocument,
    { id: aidLeadId },
    ({ aidLead }) => aidLead,
  );
  const accepted = await act(
    'The prosecutor accepts it: the aid case is opened',
    prosecutor,
    operations.AcceptAidLeadDocument,
    {
      input: { ...key('accept'), referralId, expectedVersion: 2, note: '已受理。' },
    },
  );
  const aidCaseId = must(accepted.aidCase).id;
  const step = (name: string, expectedVersion: number) => ({ ...key(name), aidCaseId, expectedVersion });
  const progress = (title: string, version: number) =>
    see(title, officer, operations.LeadProgressDocument, { id: aidLeadId }, ({ aidLead }) =>
      aidLead && aidLead.version >= version ? aidLead : null,
    );

  await progress('The federation sees that it was accepted', 3);
  await act('The prosecutor asks for materials; the term pauses', prosecutor, operations.RequestAidMaterialsDocument, {
    input: { ...step('materials', 1), materials: ['村（居）委会出具的家庭困难证明', '未获赔偿的执行情况说明'] },
  });
  await progress('The federation sees what is missing', 4);
  await act('The materials have come; the term goes on', prosecutor, operations.RecordAidMaterialsDocument, {
    input: step('materials-came', 2),
  });
  await act(
    'Both agencies consult 会商 and record minutes and decisions',
    prosecutor,
    operations.RecordConsultationDocument,
    {
      input: {
        ...key('consultation'),
        aidLeadIds: [aidLeadId],
        heldOn: storyDay,
        participants: ['WOMENS_FEDERATION'],
        minutes: '双方通报案件进展与家庭情况，研究救助金额与后续帮扶。',
        decisions: ['检察机关十个工作日内提出救助意见', '妇联跟进心理疏导与助学'],
      },
    },
  );
  await act(
    'An amount above 36 months of the average wage needs approval',
    prosecutor,
    operations.ProposeAidDocument,
    {
      input: { ...step('too-much', 3), amount: '5000000', reason: '家庭特别困难。' },
    },
    'problem',
  );
  await act('The prosecutor proposes an amount', prosecutor, operations.ProposeAidDocument, {
    input: { ...step('propose', 3), amount: AMOUNT, reason: '独自抚养未成年子女，赔偿未执行到位，建议予以救助。' },
  });
  await act(
    'Whoever proposes does not decide',
    prosecutor,
    operations.DecideAidDocument,
    {
      input: { ...step('decide-self', 4), approve: true, reason: '同意。' },
    },
    'problem',
  );
  await act('The chief approves', chief, operations.DecideAidDocument, {
    input: { ...step('decide', 4), approve: true, reason: '符合救助条件，同意发放。' },
  });
  await act('The payment is recorded', prosecutor, operations.RecordAidPaymentDocument, {
    input: { ...step('pay', 5), amount: AMOUNT, paidOn: storyDay, voucher: '沈财付2026-0001' },
  });
  await see(
    'The federation sees proposal, decision and payment',
    officer,
    operations.LeadProgressDocument,
    { id: aidLeadId },
    ({ aidLead }) => (aidLead?.aidCase?.payments.length ? aidLead : null),
  );
  await act('The prosecutor concludes with feedback', prosecutor, operations.ConcludeAidLeadDocument, {
    input: { ...step('conclude', 6), feedback: '已发放司法救助金八万元，并建议妇联继续开展帮扶。' },
  });
  await progress('The federation reads the feedback', 6);
  await act('The federation acknowledges it', officer, operations.WomensFederationReferralStepDocument, {
    input: { ...key('acknowledge'), referralId, action: 'ACKNOWLEDGE', expectedVersion: 6 },
  });
  for (const [kind, provider, description] of [
    ['COUNSELLING', 'WOMENS_FEDERATION', '安排心理咨询师每月一次心理疏导。'],
    ['SCHOOLING', 'WOMENS_FEDERATION', '对接助学项目，减免孩子课后服务费用。'],
    ['LEGAL_AID', 'JUSTICE', '协助申请强制执行的法律援助。'],
  ] as const) {
    await act('The federation records other help 多元帮扶', officer, operations.RecordAssistanceMeasureDocument, {
      input: {
        ...key(`measure-${kind}`),
        aidLeadId,
        kind,
        provider,
        status: 'UNDER_WAY',
        startsOn: storyDay,
        description,
      },
    });
  }
  await act('Federation and prosecutors visit her together 联合回访', officer, operations.RecordVisitDocument, {
    input: {
      ...key('visit'),
      aidLeadId,
      visitedOn: storyDay,
      returnVisit: true,
      participants: ['PROSECUTORS'],
      findings: '救助金已用于孩子学费与房租，情绪稳定。',
    },
  });
  await see(
    'The prosecutor sees the acknowledgement',
    prosecutor,
    operations.ReferralViewDocument,
    { id: referralId },
    ({ referral }) => (referral?.status === 'ACKNOWLEDGED' ? referral : null),
  );
  await see(
    "The auditor checks the ledger's chain",
    auditor,
    operations.LedgerVerificationDocument,
    {},
    ({ ledgerVerification }) => ledgerVerification,
  );
  return { aidLeadId, aidCaseId };
}

function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('The answer lacks what the next step needs.');
  return value;
}
