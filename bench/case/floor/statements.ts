import { databaseName } from '../../../runtime/installation.ts';
import type { Sample } from '../sample.ts';
import type { Statement } from '../watch.ts';

/** A statement as it is sent; its name has PostgreSQL prepare it once for each connection. */
export interface Sent {
  name: string;
  text: string;
  values: unknown[];
}

/** Of one officer, for any case: the text is the system's, and the values are but for the case and its agencies. */
export type Statements = Readonly<Record<StatementName, (caseId: string, agencies?: readonly string[]) => Sent>>;
export type StatementName = keyof typeof STATEMENTS;

/** By the part that sends it and words that no other of its statements has. */
const STATEMENTS = {
  case: ['exchange', 'from "cases"'],
  caseAgencies: ['exchange', 'from "case_agencies"'],
  caseNumbers: ['exchange', 'from "case_numbers"'],
  caseEvents: ['exchange', 'from "case_stages"'],
  agencies: ['exchange', 'from "agencies"'],
  policeCase: ['police', 'from "police_cases"'],
  prosecution: ['prosecutors', 'from "prosecution_cases"'],
  aidCases: ['prosecutors', 'from "aid_cases"'],
  trials: ['courts', 'from "court_cases"'],
  mediations: ['justice', 'from "mediations"'],
} as const;

export function statementsOf({ caseId, agencies, statements }: Sample): Statements {
  const one = ([name, [part, words]]: [string, readonly [string, string]]) => {
    const [found, ...more] = statements.filter(
      ({ database, text }) => database === databaseName(part) && text.includes(words),
    );
    if (!found || more.length > 0)
      throw new Error(`Of ${part} ${more.length + (found ? 1 : 0)} statements are ${name}.`);
    return [name, made(name, found, caseId, agencies)];
  };
  return Object.fromEntries(Object.entries(STATEMENTS).map(one)) as unknown as Statements;
}

function made(name: string, { text, values }: Statement, sampleCase: string, sampleAgencies: readonly string[]) {
  if (isAlike(values, sampleAgencies)) return inList(name, text);
  return (caseId: string, agencies: readonly string[] = []): Sent => ({
    name,
    text,
    values: values.map((value) => {
      if (value === sampleCase) return caseId;
      if (isAlike(value, [sampleCase])) return [caseId];
      return isAlike(value, sampleAgencies) ? agencies : value;
    }),
  });
}

/** A list of values in the text itself, as many as there are agencies. */
function inList(name: string, text: string) {
  return (_: string, agencies: readonly string[] = []): Sent => ({
    name: `${name}${agencies.length}`,
    text: text.replace(/in \([^)]*\)/, `in (${agencies.map((_, at) => `$${at + 1}`).join(', ')})`),
    values: [...agencies],
  });
}

function isAlike(value: unknown, list: readonly string[]): boolean {
  return Array.isArray(value) && value.length === list.length && value.every((each, at) => each === list[at]);
}
