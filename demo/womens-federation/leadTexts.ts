import type { Random } from '../world/random.ts';

/** Words of the leads, all of them marked as invented. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  POVERTY_RELAPSE_MONITORED: [
    '家中积蓄因案受损，属防止返贫监测对象，生活来源不足。',
    '因案负债，务农收入难以维持家庭开支。',
  ],
  VIOLENCE_OR_TRAFFICKING: ['遭受侵害后需要治疗和心理疏导，暂时无法工作。', '已离开原住处，缺少安置和生活费用。'],
  EARNER_KILLED_OR_DISABLED: [
    '家庭主要劳动力因案死亡，独自抚养子女。',
    '家庭主要劳动力因案重残，需要长期护理，家庭失去收入。',
  ],
  GRAVE_ILLNESS_OR_DISABILITY: ['因案受伤，后续治疗费用无力承担。', '本人身患重病，赔偿至今没有到位。'],
  UNSUPPORTED_ELDERLY: ['年事已高，赡养人因案死亡，没有其他生活来源。'],
  EMPLOYMENT_DISCRIMINATION: ['经诉讼仍难以弥补损失，失业后生活困难。'],
  DIVORCE_AFTER_VIOLENCE: ['提起离婚诉讼，独自抚养子女，没有稳定收入。'],
};

export function leadDescription(random: Random, hardship: string, matter: string): string {
  return `【演示】${matter}一案。${random.pick(NEEDS[hardship] ?? ['生活困难。'])}请求司法救助。`;
}

export const RETURN_WORDS: Readonly<Record<string, string>> = {
  DUPLICATE: '同一当事人的线索已经移送。（演示）',
  NOT_COMPETENT: '案件由其他检察院办理。（演示）',
  NOT_ELIGIBLE: '家庭收入不符合救助条件。（演示）',
  ALREADY_AIDED: '同案已经给予救助。（演示）',
  INCOMPLETE: '缺少困难证明和户籍材料。（演示）',
};

export const WITHDRAWAL_REASONS = ['PERSON_DECLINES', 'SITUATION_CHANGED', 'RECORDED_BY_MISTAKE'];
export const MATERIALS = [
  '困难证明',
  '户籍证明',
  '收入证明',
  '医疗费用票据',
  '被扶养人关系证明',
  '银行账户信息',
  '赔偿履行情况说明',
];

export const MEASURES = [
  ['COUNSELLING', '安排心理咨询师定期疏导。（演示）'],
  ['EMPLOYMENT', '推荐参加技能培训并介绍岗位。（演示）'],
  ['SCHOOLING', '联系学校落实助学金。（演示）'],
  ['MEDICAL', '协助申请医疗救助。（演示）'],
  ['MINIMUM_LIVING_ALLOWANCE', '协助申请最低生活保障。（演示）'],
  ['LEGAL_AID', '转介法律援助中心。（演示）'],
  ['HOUSING', '协助申请公共租赁住房。（演示）'],
] as const;

export const VISIT_FINDINGS = [
  '住房简陋，未成年子女在读，情绪较为低落。（演示）',
  '家庭收入主要靠零工，邻里和社区给予帮助。（演示）',
  '老人患病需要照料，生活负担较重。（演示）',
];
export const RETURN_VISIT_FINDINGS = [
  '救助金已用于生活和就学，情况好转。（演示）',
  '已经就业，生活趋于稳定，对救助表示感谢。（演示）',
  '仍需继续治疗，建议继续帮扶。（演示）',
];
