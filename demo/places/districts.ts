/**
 * Where the demonstration takes place. Codes are GB/T 2260; the courts' codes follow their list (province's character and the
 * last four digits of the region); short names of procuratorates, units and organisations are invented where no list was at hand.
 */
export interface City {
  /** Region code of the city. */
  code: string;
  name: string;
  province: string;
  /** The first character of its courts' codes. */
  courts: string;
  /** Short name of its procuratorate in document numbers. */
  short: string;
}

/** A district with how often cases fall on it. */
export interface District {
  code: string;
  city: City;
  short: string;
  weight: number;
}

const SHENYANG: City = { code: '210100', name: '沈阳市', province: '辽宁省', courts: '辽', short: '沈' };
const DALIAN: City = { code: '210200', name: '大连市', province: '辽宁省', courts: '辽', short: '大' };
const LIUZHOU: City = { code: '450200', name: '柳州市', province: '广西壮族自治区', courts: '桂', short: '柳' };
const CHIFENG: City = { code: '150400', name: '赤峰市', province: '内蒙古自治区', courts: '内', short: '赤' };
const XINXIANG: City = { code: '410700', name: '新乡市', province: '河南省', courts: '豫', short: '新' };

export const CITIES: readonly City[] = [SHENYANG, DALIAN, LIUZHOU, CHIFENG, XINXIANG];

export const DISTRICTS: readonly District[] = [
  { code: '210102', city: SHENYANG, short: '沈和', weight: 14 },
  { code: '210103', city: SHENYANG, short: '沈河', weight: 12 },
  { code: '210104', city: SHENYANG, short: '沈大', weight: 9 },
  { code: '210105', city: SHENYANG, short: '沈皇', weight: 9 },
  { code: '210106', city: SHENYANG, short: '沈铁', weight: 10 },
  { code: '210111', city: SHENYANG, short: '沈苏', weight: 4 },
  { code: '210112', city: SHENYANG, short: '沈浑', weight: 6 },
  { code: '210113', city: SHENYANG, short: '沈北', weight: 4 },
  { code: '210114', city: SHENYANG, short: '沈于', weight: 5 },
  { code: '210115', city: SHENYANG, short: '沈辽', weight: 2 },
  { code: '210123', city: SHENYANG, short: '沈康', weight: 1 },
  { code: '210124', city: SHENYANG, short: '沈法', weight: 1 },
  { code: '210181', city: SHENYANG, short: '沈新', weight: 2 },
  { code: '210202', city: DALIAN, short: '大中', weight: 3 },
  { code: '210203', city: DALIAN, short: '大西', weight: 2 },
  { code: '210204', city: DALIAN, short: '大沙', weight: 3 },
  { code: '210211', city: DALIAN, short: '大甘', weight: 3 },
  { code: '210213', city: DALIAN, short: '大金', weight: 2 },
  { code: '450202', city: LIUZHOU, short: '柳城', weight: 1 },
  { code: '450203', city: LIUZHOU, short: '柳鱼', weight: 1.5 },
  { code: '450204', city: LIUZHOU, short: '柳南', weight: 1.5 },
  { code: '450205', city: LIUZHOU, short: '柳北', weight: 1 },
  { code: '150425', city: CHIFENG, short: '赤克', weight: 2 },
  { code: '410782', city: XINXIANG, short: '新辉', weight: 1.5 },
];

/** Where the persons' identity numbers were issued when not in the place itself. */
export const ELSEWHERE = [
  '110105',
  '130102',
  '150102',
  '220102',
  '220283',
  '230102',
  '230305',
  '320102',
  '330106',
  '340102',
  '370213',
  '371482',
  '410105',
  '420106',
  '430102',
  '440305',
  '500103',
  '510104',
  '610113',
  '620102',
];

/** Average monthly wage by region, 2018 to 2025, in CNY: of a plausible size, but invented. */
export const WAGES: Readonly<Record<string, readonly number[]>> = {
  '210000': [5600, 5990, 6420, 6920, 7310, 7640, 7930, 8210],
  '210100': [6540, 6980, 7420, 7950, 8300, 8620, 8950, 9240],
  '210200': [6980, 7420, 7890, 8460, 8840, 9190, 9520, 9830],
  '450000': [5890, 6370, 6910, 7290, 7670, 7980, 8260, 8530],
  '450200': [5720, 6140, 6590, 6960, 7280, 7540, 7810, 8060],
  '150000': [6040, 6620, 7030, 7510, 7960, 8330, 8660, 8980],
  '150400': [5480, 5910, 6290, 6700, 7050, 7360, 7640, 7900],
  '410000': [5250, 5600, 5850, 6190, 6470, 6690, 6900, 7110],
  '410700': [4870, 5210, 5480, 5790, 6030, 6240, 6440, 6630],
};
export const FIRST_WAGE_YEAR = 2018;
