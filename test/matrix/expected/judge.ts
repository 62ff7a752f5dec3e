import { toldBy, valuesAt } from '../answers.ts';
import type { Answer, Asked, Asking } from '../asked.ts';
import type { Probe } from '../probes.ts';
import { aboutOf, type Facts, isForWorkers } from './facts.ts';
import { leaksIn } from './invariants.ts';
import { isLeftOut } from './oracle.ts';
import { BY_VIEWER, type Verdict, verdictOn } from './verdict.ts';

/** What was found in many answers. */
export interface Findings {
  /** Decisions that were checked, by what came. */
  checked: Map<string, number>;
  /** Ways that somebody was shown something on. */
  shown: Set<string>;
  /** What breaks what holds whatever the rules say in detail (invariants.ts). */
  leaks: Set<string>;
  /** Asked for and not decided: rows that are kept from the viewer as a whole, and what is there for other viewers only. */
  beside: number;
  wrong: string[];
}

export function noFindings(): Findings {
  return { checked: new Map(), shown: new Set(), leaks: new Set(), beside: 0, wrong: [] };
}

/** Compares an answer with the schema's word on each way and record. */
export function judge(asked: Asked, findings: Findings): void {
  const { probes, records, answer, asking } = asked;
  const told = toldBy(answer, probes);
  const due = new Set<string>();
  const possible = new Set<string>();
  const report = (place: string, what: string) => findings.wrong.push(`${place} for ${described(asking)}: ${what}`);
  for (const probe of probes) {
    const own = 'entity' in probe.start ? records : records.slice(0, 1);
    if (isBeside(probe, asking)) {
      findings.beside += own.length;
      // A field that leads to a row that is kept back may be closed itself, and says so.
      for (const facts of own) {
        const verdict = verdictOn(probe, asking, facts);
        if (verdict?.outcome.shows === 'CLOSED') possible.add(`${verdict.place} ${verdict.outcome.code}`);
      }
      continue;
    }
    for (const [record, facts] of own.entries()) {
      for (const leak of leaksIn(probe, record, asked)) findings.leaks.add(leak);
      const verdict = verdictOn(probe, asking, facts);
      const fault = verdict ? faultOf(verdict, probe, record, asked, told) : hiddenFault(probe, record, answer);
      if (fault) report(verdict?.place ?? 'a row', fault);
      if (!verdict || fault) {
        findings.beside += 1;
        continue;
      }
      if (verdict.outcome.shows === 'CLOSED') {
        const error = `${verdict.place} ${verdict.outcome.code}`;
        possible.add(error);
        if (verdict.isReached) due.add(error);
      } else if (valuesAt(answer, probe, record).length > 0) findings.shown.add(wayOf(probe));
      count(findings, verdict, valuesAt(answer, probe, record).length > 0);
    }
  }
  const said = new Set([...told].flatMap(([place, codes]) => [...codes].map((code) => `${place} ${code}`)));
  for (const error of due.difference(said)) report(error, 'no error says so');
  for (const error of said.difference(possible)) report(error, 'an error says so');
}

function count(findings: Findings, { outcome, isReached }: Verdict, isShown: boolean): void {
  if (outcome.shows === 'CLOSED' ? !isReached : !isShown) {
    findings.beside += 1;
    return;
  }
  const shown = outcome.shows === 'MASKED' && outcome.otherwise ? 'OTHERWISE' : outcome.shows;
  const what = outcome.shows === 'CLOSED' ? outcome.code : shown;
  findings.checked.set(what, (findings.checked.get(what) ?? 0) + 1);
}

function hiddenFault(probe: Probe, record: number, answer: Answer): string | null {
  return valuesAt(answer, probe, record, 0).length > 0 ? 'it is seen, and must not be' : null;
}

/** What is wrong with the value that came, whatever the errors say; null where nothing is. */
function faultOf(
  { outcome, steps, place, isReached }: Verdict,
  probe: Probe,
  record: number,
  { answer, whole, records, asking }: Asked,
  told: ReadonlyMap<string, unknown>,
): string | null {
  if (outcome.shows === 'CLOSED') {
    return valuesAt(answer, probe, record, steps + 1).length > 0
      ? `a value, where ${outcome.code} keeps it closed`
      : null;
  }
  const values = valuesAt(answer, probe, record);
  if (givesNothing(probe, asking, records[record])) {
    return values.every((value) => Array.isArray(value) && value.length === 0) ? null : 'records that are not about it';
  }
  if (values.length === 0) {
    const isElsewhere = !isReached && !probe.way.some((field) => told.has(field.place));
    return isElsewhere ? null : 'nothing, where it is open';
  }
  if (outcome.shows === 'MASKED') {
    const form = records[record]?.person.masked[place];
    return values.every((value) => value === form) ? null : `not in the form that ${outcome.mask} gives it`;
  }
  if ('root' in probe.start || BY_VIEWER.test(place)) return null;
  const original = new Set(valuesAt(whole, probe, record).map((value) => JSON.stringify(value)));
  return values.every((value) => original.has(JSON.stringify(value))) ? null : 'another value than its owner has';
}

/** Whether a row rule of the owner's stands between: test/audit/ownAuditor.test.ts has it. */
function isBeside({ start, way }: Probe, asking: Asking): boolean {
  const owner = way[0]?.owner ?? '';
  const last = way.at(-1);
  if ('entity' in start && isForWorkers(start.entity, owner, asking)) return true;
  // What a rule closes is closed before any row is looked for.
  return last !== undefined && last.rule.level !== 'CONDITIONAL' && isForWorkers(last.gives, owner, asking);
}

/** Whether all records that the last field of a way gives are left out: those of the fixture are on one person and case. */
function givesNothing({ way, entities }: Probe, asking: Asking, facts: Facts | undefined): boolean {
  const last = way.at(-1);
  // Among a person's referrals is the one that the reader names, which is no record of the fixture.
  if (!last || !facts || !entities.has(last.gives) || last.gives === 'Referral') return false;
  return isLeftOut(last, asking, asking.referral, aboutOf(last.gives, facts));
}

/** The name of a way, in its subgraph. */
export function wayOf({ start, way }: Probe): string {
  const first = 'root' in start ? `${start.root.place} > ` : '';
  return `${way[0]?.part}: ${first}${way.map(({ place }) => place).join(' > ')}`;
}

function described({ agency, roles, referral }: Asking): string {
  const who = `${agency}/${roles.join('+') || 'no role'}`;
  if (!referral) return `${who} without a referral`;
  const { isOpen, to, purpose, caseId, persons } = referral;
  const about = `${caseId ? 'a case' : 'no case'} and ${persons.length} persons`;
  return `${who} under a referral (${isOpen ? 'open' : 'ended'}, to ${to}, for ${purpose || 'nothing'}, on ${about})`;
}
