/** What the cases of the demonstration are about: how often, against whom, and what becomes of it. Shares are invented. */
export interface Nature {
  code: string;
  /** The charge or act in Chinese. */
  name: string;
  weight: number;
  incident: string;
  victims: 'NONE' | 'ANYBODY' | 'WOMEN';
  /** Share that is solved. */
  solved: number;
}

export interface Crime extends Nature {
  /** Why a woman that it struck may be in hardship; null where the case opens no way to aid. */
  hardship: 'VIOLENCE_OR_TRAFFICKING' | 'EARNER_KILLED_OR_DISABLED' | 'POVERTY_RELAPSE_MONITORED' | null;
  /** The victim's identity and address are kept from the other side. */
  protects: boolean;
  /** Typical damages in CNY, awarded with the judgment. */
  damages: readonly [from: number, to: number] | null;
}

const crime = (code: string, name: string, weight: number, incident: string, more: Partial<Crime> = {}): Crime => ({
  code,
  name,
  weight,
  incident,
  victims: 'ANYBODY',
  solved: 0.9,
  hardship: null,
  protects: false,
  damages: null,
  ...more,
});

export const CRIMES: readonly Crime[] = [
  crime('HOMICIDE', '故意杀人', 4, 'ASSAULT', {
    solved: 1,
    hardship: 'EARNER_KILLED_OR_DISABLED',
    damages: [180_000, 900_000],
  }),
  crime('INTENTIONAL_INJURY', '故意伤害', 20, 'ASSAULT', {
    solved: 0.97,
    hardship: 'EARNER_KILLED_OR_DISABLED',
    damages: [20_000, 320_000],
  }),
  crime('TRAFFIC_CASUALTY', '交通肇事', 16, 'TRAFFIC', {
    solved: 0.98,
    hardship: 'EARNER_KILLED_OR_DISABLED',
    damages: [60_000, 780_000],
  }),
  crime('RAPE', '强奸', 6, 'SEXUAL_ASSAULT', {
    victims: 'WOMEN',
    solved: 0.97,
    hardship: 'VIOLENCE_OR_TRAFFICKING',
    protects: true,
    damages: [20_000, 90_000],
  }),
  crime('ABUSE', '虐待', 5, 'DOMESTIC_VIOLENCE', {
    victims: 'WOMEN',
    solved: 1,
    hardship: 'VIOLENCE_OR_TRAFFICKING',
    protects: true,
    damages: [10_000, 60_000],
  }),
  crime('TRAFFICKING_IN_PERSONS', '拐卖妇女、儿童', 1, 'OTHER', {
    victims: 'WOMEN',
    solved: 0.9,
    hardship: 'VIOLENCE_OR_TRAFFICKING',
    protects: true,
  }),
  crime('ROBBERY', '抢劫', 5, 'ROBBERY', { hardship: 'POVERTY_RELAPSE_MONITORED', damages: [5_000, 80_000] }),
  crime('FRAUD', '诈骗', 9, 'FRAUD', {
    solved: 0.75,
    hardship: 'POVERTY_RELAPSE_MONITORED',
    damages: [20_000, 400_000],
  }),
  crime('TELECOM_FRAUD', '电信网络诈骗', 9, 'TELECOM_FRAUD', {
    solved: 0.55,
    hardship: 'POVERTY_RELAPSE_MONITORED',
    damages: [30_000, 350_000],
  }),
  crime('THEFT', '盗窃', 10, 'THEFT', { solved: 0.6 }),
  crime('DANGEROUS_DRIVING', '危险驾驶', 7, 'TRAFFIC', { victims: 'NONE', solved: 1 }),
  crime('AFFRAY', '寻衅滋事', 4, 'DISTURBANCE', { solved: 0.95 }),
  crime('DRUG_OFFENCE', '贩卖毒品', 2, 'DRUGS', { victims: 'NONE', solved: 1 }),
  crime('GAMBLING_OFFENCE', '开设赌场', 2, 'GAMBLING', { victims: 'NONE', solved: 1 }),
];

export interface Offence extends Nature {
  /** What the police may hand to mediation, and as which dispute. */
  dispute: string | null;
}

const offence = (
  code: string,
  name: string,
  weight: number,
  incident: string,
  dispute: string | null,
  victims: Nature['victims'] = 'ANYBODY',
): Offence => ({
  code,
  name,
  weight,
  incident,
  victims,
  solved: 0,
  dispute,
});

export const OFFENCES: readonly Offence[] = [
  offence('ASSAULT', '殴打他人', 26, 'ASSAULT', 'DAMAGES'),
  offence('PROPERTY_DAMAGE', '故意损毁财物', 12, 'PROPERTY_DAMAGE', 'NEIGHBOURS'),
  offence('NOISE', '制造噪声干扰生活', 12, 'NEIGHBOUR_DISPUTE', 'NEIGHBOURS'),
  offence('FAMILY_ABUSE', '虐待、遗弃', 7, 'DOMESTIC_VIOLENCE', 'MARRIAGE_FAMILY', 'WOMEN'),
  offence('THREAT_OR_INSULT', '威胁、侮辱、诽谤、骚扰他人', 9, 'OTHER', 'NEIGHBOURS'),
  offence('PETTY_THEFT', '盗窃', 12, 'THEFT', null),
  offence('PETTY_FRAUD', '诈骗', 8, 'FRAUD', null),
  offence('MINOR_AFFRAY', '寻衅滋事', 7, 'DISTURBANCE', null),
  offence('GAMBLING', '赌博', 5, 'GAMBLING', null, 'NONE'),
  offence('DISTURBING_ORDER', '扰乱单位、公共场所秩序', 3, 'DISTURBANCE', null, 'NONE'),
];

export interface Suit {
  cause: string;
  weight: number;
  dispute: string;
  hardship: 'DIVORCE_AFTER_VIOLENCE' | 'EMPLOYMENT_DISCRIMINATION' | null;
}

export const SUITS: readonly Suit[] = [
  { cause: '离婚纠纷', weight: 22, dispute: 'MARRIAGE_FAMILY', hardship: 'DIVORCE_AFTER_VIOLENCE' },
  { cause: '性骚扰损害责任纠纷', weight: 3, dispute: 'LABOUR', hardship: 'EMPLOYMENT_DISCRIMINATION' },
  { cause: '平等就业权纠纷', weight: 4, dispute: 'LABOUR', hardship: 'EMPLOYMENT_DISCRIMINATION' },
  { cause: '民间借贷纠纷', weight: 22, dispute: 'CONTRACT', hardship: null },
  { cause: '物业服务合同纠纷', weight: 15, dispute: 'PROPERTY_MANAGEMENT', hardship: null },
  { cause: '机动车交通事故责任纠纷', weight: 13, dispute: 'TRAFFIC_ACCIDENT', hardship: null },
  { cause: '追索劳动报酬纠纷', weight: 9, dispute: 'LABOUR', hardship: null },
  { cause: '房屋租赁合同纠纷', weight: 7, dispute: 'HOUSING', hardship: null },
  { cause: '相邻关系纠纷', weight: 5, dispute: 'NEIGHBOURS', hardship: null },
];
