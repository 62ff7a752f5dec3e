import { GraphQLScalarType, Kind, print, type ValueNode } from 'graphql';
import { parseCaseNumber } from '../formats/caseNumber.ts';
import { isDay } from '../formats/day.ts';
import type { Fault, Parsed } from '../formats/fault.ts';
import { parseMoney, parseMoneyNumber } from '../formats/money.ts';
import { parsePhone } from '../formats/phone.ts';
import { parseRegionCode } from '../formats/regions.ts';
import { parseResidentId } from '../formats/residentId.ts';
import { shownInAnswer } from '../formats/shownInAnswer.ts';
import { normaliseCode, parsePersonName, textFault } from '../formats/typedText.ts';
import type { Mask } from '../generated/schema.ts';
import { masked } from '../sharing/masks.ts';

/**
 * A value that no format accepts. Scalars give this instead of throwing, so that a mutation can answer with a problem
 * that names the place (see inputFaults.ts); a query's argument becomes a request error with the same code and words.
 */
export class InvalidValue {
  readonly fault: Fault;
  /** What came, masked where it is personal. */
  readonly received: string;
  constructor(fault: Fault, received: string) {
    this.fault = fault;
    this.received = received;
  }
}

interface Format {
  name: string;
  parse: (text: string) => Parsed<string>;
  /** How a JSON number is read; where this is missing, whole numbers are read as their digits and others are refused. */
  parseNumber?: (number: number) => Parsed<string>;
  /** How what came is shown in an answer where all values of the format are personal. */
  mask?: Mask;
  serialize?: (value: unknown) => string;
}

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
const CODE = /^[A-Z][A-Z0-9_]{1,63}$/;

const FORMATS: Format[] = [
  {
    name: 'DateTime',
    parse: parseDateTime,
    serialize: (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
  },
  { name: 'Date', parse: parseDay },
  { name: 'Money', parse: parseMoney, parseNumber: parseMoneyNumber },
  {
    name: 'ResidentIdNumber',
    parse: (text) => mapParsed(parseResidentId(text), (id) => id.number),
    mask: 'ID_NUMBER',
  },
  { name: 'RegionCode', parse: parseRegionCode },
  { name: 'CaseNumber', parse: (text) => mapParsed(parseCaseNumber(text), (number) => number.number) },
  { name: 'PhoneNumber', parse: parsePhone, mask: 'PHONE' },
  { name: 'PersonName', parse: parsePersonName, mask: 'NAME' },
  { name: 'AgencyCode', parse: (text) => parseCode(text, 'AGENCY_CODE_FORMAT') },
  { name: 'ReferralKindCode', parse: (text) => parseCode(text, 'REFERRAL_KIND_FORMAT') },
];

/** Resolvers of the scalars in schema/shared/scalars.graphql. */
export const scalarResolvers: Record<string, GraphQLScalarType> = Object.fromEntries(
  FORMATS.map((format) => [format.name, scalar(format)]),
);

function scalar({ name, parse, parseNumber, mask, serialize = String }: Format): GraphQLScalarType {
  const show = (text: string) => shownInAnswer(mask ? (masked(normaliseCode(text), mask) ?? '') : text);
  const parseText = (text: string) => {
    const unreadable = textFault(text);
    return unreadable ? new InvalidValue(unreadable, '') : refusal(parse(text), show(text));
  };
  /** What no text can be read from. */
  const refuse = (received: string) => refusal(parse(''), show(received));
  const parseValue = (value: unknown) => {
    if (typeof value === 'string') return parseText(value);
    if (typeof value !== 'number') return refuse(JSON.stringify(value));
    if (parseNumber) return refusal(parseNumber(value), show(String(value)));
    return Number.isSafeInteger(value) ? parseText(String(value)) : refuse(String(value));
  };
  const parseLiteral = (node: ValueNode) => {
    if (node.kind === Kind.STRING || node.kind === Kind.INT) return parseText(node.value);
    // A literal's digits are still those that were written.
    if (node.kind === Kind.FLOAT && parseNumber) return parseText(node.value);
    return refuse(print(node));
  };
  return new GraphQLScalarType({ name, serialize, parseValue, parseLiteral });
}

function refusal(result: Parsed<string>, received: string): string | InvalidValue {
  return result.ok ? result.value : new InvalidValue(result.fault, received);
}

function mapParsed<From>(parsed: Parsed<From>, map: (value: From) => string): Parsed<string> {
  return parsed.ok ? { ok: true, value: map(parsed.value) } : parsed;
}

function parseDateTime(typed: string): Parsed<string> {
  const text = normaliseCode(typed);
  const real = RFC3339.test(text) && isDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
  const moment = real ? new Date(text) : null;
  if (moment && isWithinReason(moment.getUTCFullYear())) return { ok: true, value: moment.toISOString() };
  return fault(
    'DATE_TIME_FORMAT',
    '时间格式不正确。',
    'Not a valid date and time.',
    '年-月-日T时:分:秒并注明时区（Z 或 +08:00），如 2023-11-24T09:30:00+08:00，1900 年至 2200 年',
    'yyyy-mm-ddThh:mm:ss and an offset (Z or +08:00), such as 2023-11-24T09:30:00+08:00, in the years 1900 to 2200',
  );
}

function parseDay(typed: string): Parsed<string> {
  const text = normaliseCode(typed);
  if (isDay(text) && isWithinReason(Number(text.slice(0, 4)))) return { ok: true, value: text };
  return fault(
    'DATE_FORMAT',
    '日期不正确。',
    'Not a valid day of the calendar.',
    '年-月-日（四位年、两位月、两位日），如 2023-11-24，1900 年至 2200 年',
    'a day of the calendar as yyyy-mm-dd, such as 2023-11-24, in the years 1900 to 2200',
  );
}

/** No record is older or later; the database's own limits lie far outside. */
function isWithinReason(year: number): boolean {
  return year >= 1900 && year <= 2200;
}

function parseCode(typed: string, code: string): Parsed<string> {
  const text = normaliseCode(typed);
  if (CODE.test(text)) return { ok: true, value: text };
  return fault(
    code,
    '代码格式不正确。',
    'Not a valid code.',
    '大写字母、数字与下划线',
    'capital letters, digits and underscores',
  );
}

function fault(code: string, zh: string, en: string, acceptedZh: string, acceptedEn: string): Parsed<never> {
  return { ok: false, fault: { code, message: { zh, en }, accepted: { zh: acceptedZh, en: acceptedEn } } };
}
