import { defineFaults, wording } from '../../kit/problems/words.ts';

/** What officers can do wrong with judicial aid, and the words for it. */
export const FAULTS = defineFaults({
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
  WAGE_UNKNOWN: wording(
    '缺少该地区上一年度平均工资数据。',
    "The region's average wage of the year before is not recorded.",
  ),
  FOUR_EYES: wording('提出意见的人不能审批自己的意见。', 'Whoever proposed may not decide.'),
});
