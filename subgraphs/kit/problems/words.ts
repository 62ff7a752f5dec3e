import type { Words } from '../formats/fault.ts';

interface Wording {
  message: Words;
  accepted: Words | null;
}

function wording(zh: string, en: string, acceptedZh?: string, acceptedEn?: string): Wording {
  return { message: { zh, en }, accepted: acceptedZh && acceptedEn ? { zh: acceptedZh, en: acceptedEn } : null };
}

/** What people read for each code; the formats (kit/formats) bring their own. */
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
  CONFIRMATION_LIMIT: wording(
    '您今天核对外地案号的次数已用完，未作任何更改。',
    'You have had as many numbers of cases outside your region confirmed as a day allows; nothing was changed.',
    '本地区案件的案号，或明天再试',
    'the number of a case of your own region, or this one tomorrow',
  ),
  CASE_NUMBER_TAKEN: wording(
    '此案号已登记，且类型、地区或阶段与所填不同。',
    'The number is registered already, with another kind, region or stage.',
    '尚未登记的案号，或与原登记相同的内容',
    'a number that is not registered yet, or exactly what was registered',
  ),
  CASE_KIND_MISMATCH: wording(
    '案号表明该案属于另一类型。',
    'By its number it is a case of another kind.',
    '与案号相符的类型',
    'the kind that the number says',
  ),
  HARDSHIP_UNKNOWN: wording('没有此救助对象类别。', 'There is no such hardship category.'),
  REGION_OUT_OF_SCOPE: wording('该地区不在您的管辖范围内。', "The region is outside the viewer's own."),
  AGENCY_UNKNOWN: wording(
    '没有此机关代码。',
    'There is no agency of this code.',
    '查询 agencies 所列的代码',
    'a code that the query agencies lists',
  ),
  DATE_IN_FUTURE: wording('日期不能晚于今天。', 'The day lies in the future.', '今天或以前', 'today or earlier'),
  INCOME_NEGATIVE: wording('收入不能为负数。', 'The income is below zero.', '0 或以上', 'zero or more'),
  MINORS_EXCEED_MEMBERS: wording(
    '未成年人数不能多于家庭人口数。',
    'There are more minors than people in the household.',
  ),
  REGISTER_UNREACHABLE: wording(
    '案件登记簿暂时无法访问，未作任何更改，请稍后用同一幂等键重试。',
    'The register cannot be reached; nothing was changed. Try again with the same idempotencyKey.',
  ),
  AID_ALREADY_GIVEN: wording(
    '该申请人就同一案件已有司法救助，一案一人只救助一次。',
    'Aid is given once for one case and applicant, and there is an aid case already.',
    '未曾救助的案件与申请人',
    'a case and applicant without earlier aid',
  ),
  AMOUNT_REQUIRED: wording(
    '提出予以救助时必须填写金额。',
    'A proposal to give aid needs an amount.',
    '大于零的金额；不予救助时填 aid: false',
    'an amount above zero, or aid: false for a proposal not to aid',
  ),
  AMOUNT_WITHOUT_AID: wording(
    '不予救助的意见不能带金额或超限额审批。',
    'A proposal not to aid has neither an amount nor an approval of an excess.',
    '不填此项，或填 aid: true',
    'leave it out, or aid: true',
  ),
  VOUCHER_RECORDED: wording(
    '该救助案件已登记过此凭证号的发放。',
    'A payment on this voucher is recorded for this aid case already.',
    '本案尚未登记的凭证号',
    'the number of a voucher that this aid case does not have yet',
  ),
  DUPLICATE_LEAD: wording(
    '同一申请人就同一案件已有线索，见 duplicates；未作登记。',
    'There are leads on the same woman and case already, see duplicates; nothing was recorded.',
    '继续办理已有线索；确需另行登记的，填 allowDuplicate: true',
    'go on with one of those, or allowDuplicate: true where a further lead is meant',
  ),
  WAGE_UNKNOWN: wording(
    '缺少该地区上一年度平均工资数据。',
    "The region's average wage of the year before is not recorded.",
  ),
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
  FOUR_EYES: wording('提出意见的人不能审批自己的意见。', 'Whoever proposed may not decide.'),
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
  NOTHING_CHANGED: wording(
    '提交内容与现有内容相同，未作更改。',
    'What was given is what the record holds already.',
    '至少一项不同的内容',
    'at least one value that differs',
  ),
  DEAD_LETTER_UNKNOWN: wording('死信中没有此信封。', 'There is no such dead letter.'),
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

/** @throws for a code that nobody worded: a fault of ours. */
export function words(code: string): Wording {
  const found = WORDS[code];
  if (!found) throw new Error(`No words for the code ${code}.`);
  return found;
}
