import type { Words } from '../formats/fault.ts';

/** What people read of a problem, in both languages. */
export interface Wording {
  message: Words;
  accepted: Words | null;
}

/** @param acceptedZh what is accepted instead, where one can say so */
export function wording(zh: string, en: string, acceptedZh?: string, acceptedEn?: string): Wording {
  return { message: { zh, en }, accepted: acceptedZh && acceptedEn ? { zh: acceptedZh, en: acceptedEn } : null };
}

/** Words for the codes that all agencies share. The formats (kit/formats) bring their own, and so do capabilities (their faults.ts). */
const WORDS: Record<string, Wording> = {
  REQUIRED: wording('此项必填。', 'This is required.', '非空文字', 'text that is not empty'),
  IDEMPOTENCY_KEY_REUSED: wording(
    '该幂等键已用于另一份内容。',
    'This idempotencyKey was used with another input.',
    '同一键只能配同一内容；新操作请换新键',
    'the same input again, or a new key for a new action',
  ),
  REASON_TEXT_REQUIRED: wording(
    '选择“其他”时必须写明理由。',
    'The reason OTHER needs words.',
    '文字说明',
    'words of your own',
  ),
  NOT_FOUND: wording('未找到，或您无权查看。', 'There is none, or none that you may see.'),
  CASE_UNKNOWN: wording(
    '案件登记簿中没有此案号，其他地区的案件也没有。',
    'No case in the register has this number, in whichever region.',
    '已登记案件的任一案号；案件所在地区不限',
    'any number of a registered case, of this region or another',
  ),
  REGION_OUT_OF_SCOPE: wording('该地区不在您的管辖范围内。', "The region is outside the viewer's own."),
  AGENCY_UNKNOWN: wording(
    '没有此机关代码。',
    'There is no agency of this code.',
    '查询 agencies 所列的代码',
    'a code that the query agencies lists',
  ),
  DATE_IN_FUTURE: wording('日期不能晚于今天。', 'The day lies in the future.', '今天或以前', 'today or earlier'),
  NOT_PERMITTED: wording('您的机关或角色不能进行此操作。', "The viewer's agency or role may not do this."),
  NOT_SHARED: wording('该字段不向您的机关共享。', "It is not shared with the viewer's agency."),
  ROLE_NOT_PERMITTED: wording('您的角色不能查看该字段。', "The viewer's role may not read it."),
  REFERRAL_REQUIRED: wording(
    '该字段为有条件共享，须注明所依据的移送。',
    'It is shared under a referral only, and none was named.',
    '请求头 x-referral 中写明移送给本机关且在办的移送编号',
    "the header x-referral with the id of an open referral to the viewer's agency",
  ),
  REFERRAL_NOT_OPEN: wording(
    '所注明的移送不存在、已办结，或不是移送给您的机关。',
    "The referral that was named is unknown, has ended, or is not addressed to the viewer's agency.",
    '移送给本机关且在办的移送',
    "an open referral to the viewer's agency",
  ),
  REFERRAL_UNCONFIRMED: wording(
    '暂时无法向枢纽核实移送，请稍后重试。',
    'The exchange could not be asked about the referral; try again.',
  ),
  PURPOSE_NOT_PERMITTED: wording(
    '所注明移送的目的不在该字段的共享目的之内。',
    'The referral that was named serves another purpose than the field is shared for.',
    '目的相符的移送',
    'a referral for one of its purposes',
  ),
  OTHER_SUBJECT: wording(
    '该记录涉及所注明移送以外的人员或案件。',
    'The record is about another person or case than the referral that was named.',
    '涉及同一人员和案件的移送',
    'a referral about this person and case',
  ),
  VERSION_CONFLICT: wording('内容已被更改，请重新读取后再操作。', 'It has changed since it was read; read it again.'),
  STATUS_CONFLICT: wording('当前状态不允许此操作。', 'Its status does not allow this.'),
  REFERRAL_OPEN: wording(
    '同一事项已有在办的同类移送。',
    'Another referral of the same kind is open on the same record.',
  ),
  WITHDRAWAL_REQUESTED: wording(
    '移送方已申请撤回，须先答复（同意或不同意）。',
    'The sender has asked to withdraw it; agree or refuse first.',
  ),
  WITHDRAWAL_UNCONFIRMED: wording(
    '撤回尚未经枢纽登记，请稍后重试。',
    'The exchange has not recorded the withdrawal yet; try again.',
  ),
  INVALID_CURSOR: wording(
    '分页游标无效。',
    'The cursor is not one of this list.',
    '上一页返回的 endCursor',
    'the endCursor of the page before',
  ),
  FOREIGN_CURSOR: wording(
    '游标不属于此动态，或其后的内容已不存在；请重新读取后再订阅。',
    'The cursor is not one of this stream, or the stream was set back: read again, and follow from there.',
    '最近一条动态的 cursor',
    'the cursor of the last event that came',
  ),
  LOOK_UP_LIMIT: wording(
    '今日按公民身份号码查询的次数已用完，本次未查询。',
    'You have looked up as many identity numbers today as one user may; this one was not looked up.',
  ),
  PAGE_SIZE: wording('每页数量超出范围。', 'The page size is out of range.', '1 到 100', '1 to 100'),
};

/** A problem with its code and words. */
export interface WordedFault extends Wording {
  code: string;
}

/** The faults of one capability, by code. */
export function defineFaults<Code extends string>(
  wordings: Readonly<Record<Code, Wording>>,
): Readonly<Record<Code, WordedFault>> {
  const worded = Object.entries<Wording>(wordings).map(([code, wording]) => [code, { code, ...wording }] as const);
  return Object.fromEntries(worded) as Record<Code, WordedFault>;
}

/** @throws for a code without words: a fault of ours */
export function words(code: string): Wording {
  const found = WORDS[code];
  if (!found) throw new Error(`No words for the code ${code}.`);
  return found;
}
