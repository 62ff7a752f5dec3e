import { shanghaiDay } from '../../subgraphs/kit/formats/day.ts';

/** Human numbers in the order in which they are asked for: each series counts by itself, and nothing is given twice. */
export interface Numbers {
  police(unit: string, at: Date): string;
  incident(unit: string, at: Date): string;
  prosecution(office: string, kind: string, at: Date): string;
  court(court: string, type: string, at: Date): string;
  /** A series in the form of a document: 沈和调〔2024〕12号. */
  document(prefix: string, at: Date): string;
}

/** @param reserved numbers that the story has fixed */
export function createNumbers(reserved: readonly string[]): Numbers {
  const last = new Map<string, number>();
  const taken = new Set(reserved);
  const give = (series: string, form: (serial: number) => string): string => {
    let serial = last.get(series) ?? 0;
    let number: string;
    do {
      serial += 1;
      number = form(serial);
    } while (taken.has(number));
    last.set(series, serial);
    return number;
  };
  const four = (serial: number) => String(serial).padStart(4, '0');
  const yearOf = (at: Date) => shanghaiDay(at).slice(0, 4);
  const counted = (head: string, tail: (serial: number) => string) => give(head, (serial) => head + tail(serial));
  return {
    police: (unit, at) => counted(`A${unit}${shanghaiDay(at).slice(0, 7).replace('-', '')}`, four),
    incident: (unit, at) => counted(`J${unit}${shanghaiDay(at).replaceAll('-', '')}`, four),
    prosecution: (office, kind, at) => counted(`${office}检${kind}〔${yearOf(at)}〕`, (serial) => `${serial}号`),
    court: (court, type, at) => counted(`（${yearOf(at)}）${court}${type}`, (serial) => `${serial}号`),
    document: (prefix, at) => counted(`${prefix}〔${yearOf(at)}〕`, (serial) => `${serial}号`),
  };
}
