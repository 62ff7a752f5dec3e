/**
 * Invented records, each made from its number alone, so that there are as many as are asked for and every process knows the
 * same. Texts are Chinese, as those that this gateway carries are.
 */
const STAGES = ['OPEN', 'HEARD', 'CLOSED'] as const;
const ROLES = ['原告', '被告', '证人', '第三人'];
const SURNAMES = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴'];
const GIVEN = ['秀英', '建国', '小红', '志强', '丽', '伟', '芳', '敏', '静', '磊', '洋'];
const CITIES = ['沈阳市', '大连市', '鞍山市', '抚顺市'];
const PARTIES = 4;
const HEARINGS = 2;
const PAYMENTS = 3;

const from = <T>(values: readonly T[], number: number): T => values[number % values.length] as T;
const day = (number: number) =>
  `2024-${String((number % 12) + 1).padStart(2, '0')}-${String((number % 28) + 1).padStart(2, '0')}`;
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const numberOf = (id: string) => Number(id.slice(id.lastIndexOf('-') + 1));

export const cases = (begin: number, first: number) => times(first, (at) => caseRecord(begin + at));

export function caseRecord(number: number) {
  return {
    id: `case-${number}`,
    number: `（2024）辽01民初${1000 + number}号`,
    title: `示例案件第${number}号，${from(SURNAMES, number)}某诉${from(SURNAMES, number + 3)}某`,
    stage: from(STAGES, number),
    openedOn: day(number),
    claim: 10_000 + 38 * number,
    office: office(`office-${number % 7}`),
    subject: subject(number),
    parties: times(PARTIES, (at) => ({
      role: from(ROLES, at),
      standing: at === 2 ? null : '本人到场',
      person: { token: `person-${number * 3 + at}` },
    })),
  };
}

function subject(number: number) {
  const common = {
    id: `subject-${number}`,
    summary: `示例：${from(GIVEN, number)}与${from(GIVEN, number + 4)}之间的纠纷`,
  };
  return number % 2 === 0
    ? { __typename: 'Incident', ...common, place: `${from(CITIES, number)}中街`, injured: number % 4 === 0 ? null : 1 }
    : { __typename: 'Dispute', ...common, contract: `合同 ${2000 + number}` };
}

export function office(code: string) {
  const number = numberOf(code);
  return {
    code,
    name: `${from(CITIES, number)}第${number + 1}办公室`,
    address: `${from(CITIES, number)}青年大街${number + 1}号`,
    phone: number === 3 ? null : `024-000000${number}`,
  };
}

export function person(token: string) {
  const number = numberOf(token);
  return {
    token,
    name: `${from(SURNAMES, number)}${from(GIVEN, number)}`,
    birthYear: 1950 + (number % 50),
    occupation: number % 5 === 0 ? null : '职员',
    address: { street: `示例路${number}号`, district: '和平区', city: from(CITIES, number) },
  };
}

export function organisation(id: string) {
  const number = numberOf(id);
  return { id, name: `示例机构${number}`, contact: number % 2 === 0 ? null : `${from(SURNAMES, number)}主任` };
}

export function official(id: string) {
  const number = numberOf(id);
  return {
    id,
    name: `${from(SURNAMES, number + 5)}${from(GIVEN, number + 2)}`,
    rank: from(['审判长', '审判员'], number),
  };
}

export function hearings(caseId: string) {
  const number = numberOf(caseId);
  return times(HEARINGS, (at) => ({
    id: `hearing-${number}-${at}`,
    heldOn: day(number + at),
    room: `第${((number + at) % 9) + 1}法庭`,
    judge: { id: `official-${(number + at) % 12}` },
    agenda: times(2, (half) =>
      times(2, (item) => ({
        at: `${9 + 5 * half + item}:00`,
        what: from(['陈述', '举证', '质证', '辩论'], item + number),
      })),
    ),
  }));
}

export function summonses(token: string) {
  const number = numberOf(token);
  return times(1 + (number % 2), (at) => ({
    id: `summons-${number}-${at}`,
    servedOn: number % 3 === 0 ? null : day(number + at),
    manner: from(['直接送达', '邮寄送达', '公告送达'], number + at),
  }));
}

export function aidFile(caseId: string, claim: number, hearingCount: number) {
  const number = numberOf(caseId);
  return {
    id: `aid-${number}`,
    ceiling: claim / 2 + 100 * hearingCount,
    reasons: ['低收入家庭', from(['未成年人', '残疾', '老年人'], number)],
    payments: times(PAYMENTS, (at) => ({
      id: `payment-${number}-${at}`,
      amount: 500 + 10 * at,
      paidOn: at === 2 ? null : day(number + at),
      recipient:
        (number + at) % 3 === 0
          ? { __typename: 'Organisation', id: `organisation-${(number + at) % 20}` }
          : { __typename: 'Person', token: `person-${number * 3 + at}` },
      decidedBy: { code: `office-${(number + at) % 7}` },
    })),
  };
}
