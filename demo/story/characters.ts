/**
 * The people of the story, all invented: names, numbers, addresses and what happened to them. The numbers are valid in form (region
 * 210102, Heping district of Shenyang) with sequences from 900 that offices hardly reach; the story, README and tests use these constants.
 */
export interface StoryPerson {
  name: string;
  idNumber: string;
  phone: string | null;
  address: string;
}

const HOME = '辽宁省沈阳市和平区演示东路1号2-3-1';

/** Ms Huang, who raises her child alone and is the applicant of the story's lead. */
export const HUANG: StoryPerson = {
  name: '黄雅芳',
  idNumber: '210102198906139046',
  phone: '15400006139',
  address: HOME,
};

/** Her husband, the victim. */
export const HUSBAND: StoryPerson = { name: '林永胜', idNumber: '210102198603219057', phone: null, address: HOME };

/** Their daughter, whom the school has recognised as from a family in economic difficulty. */
export const CHILD: StoryPerson = { name: '林小禾', idNumber: '210102201809029069', phone: null, address: HOME };

export const SUSPECT: StoryPerson = {
  name: '佟大奎',
  idNumber: '210102197911059070',
  phone: '15400001105',
  address: '辽宁省沈阳市和平区虚构西路9号',
};

/**
 * The criminal case behind it: solved, indicted, judged and in force since September 2023; the compensation was awarded and is
 * unpaid, its mediation failed. She has had no aid, and there is no lead: the story makes it.
 */
export const HUANG_CASE = {
  id: '0186d106-5aa0-78a1-aa8d-da4dff4b44ad',
  region: '210102',
  policeNumber: 'A2101020000002023030001',
  prosecutionNumber: '沈检刑诉〔2023〕12号',
  courtNumber: '（2023）辽0102刑初12号',
  charge: '故意伤害',
  /** In CNY. */
  awardedCompensation: '486000.00',
} as const;

/** What the story says of her household when the lead is recorded. */
export const HUANG_HOUSEHOLD = {
  members: 2,
  minors: 1,
  monthlyIncome: '1650.00',
  schoolRecognisedHardship: true,
} as const;

/** Numbers that no generated case may get. */
export const RESERVED_NUMBERS = [HUANG_CASE.policeNumber, HUANG_CASE.prosecutionNumber, HUANG_CASE.courtNumber];
