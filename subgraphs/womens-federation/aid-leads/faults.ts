import { defineFaults, wording } from '../../kit/problems/words.ts';

/** What officers can do wrong with a lead, and the words for it. */
export const FAULTS = defineFaults({
  HARDSHIP_UNKNOWN: wording('没有此救助对象类别。', 'There is no such hardship category.'),
  INCOME_NEGATIVE: wording('收入不能为负数。', 'The income is below zero.', '0 或以上', 'zero or more'),
  MINORS_EXCEED_MEMBERS: wording(
    '未成年人数不能多于家庭人口数。',
    'There are more minors than people in the household.',
  ),
  DUPLICATE_LEAD: wording(
    '同一申请人就同一案件已有线索，见 duplicates；未作登记。',
    'There are leads on the same woman and case already, see duplicates; nothing was recorded.',
    '继续办理已有线索；确需另行登记的，填 allowDuplicate: true',
    'go on with one of those, or allowDuplicate: true where a further lead is meant',
  ),
  NOTHING_CHANGED: wording(
    '提交内容与现有内容相同，未作更改。',
    'What was given is what the record holds already.',
    '至少一项不同的内容',
    'at least one value that differs',
  ),
  REGISTER_UNREACHABLE: wording(
    '案件登记簿暂时无法访问，未作任何更改，请稍后用同一幂等键重试。',
    'The register cannot be reached; nothing was changed. Try again with the same idempotencyKey.',
  ),
  CONFIRMATION_LIMIT: wording(
    '您今天核对外地案号的次数已用完，未作任何更改。',
    'You have had as many numbers of cases outside your region confirmed as a day allows; nothing was changed.',
    '本地区案件的案号，或明天再试',
    'the number of a case of your own region, or this one tomorrow',
  ),
});
