import { toldBy, valuesAt } from './answers.ts';
import { type Agency, aboutOf, type Facts, isHiddenRow, MASKED_FORMS } from './facts.ts';
import { decide, type NamedReferral, type Outcome } from './oracle.ts';
import type { Probe } from './probes.ts';
import { mayAskQuery } from './roles.ts';
import type { Answer } from './subgraphAsker.ts';

/** Who asks, and under which referral. */
export interface Asking {
  agency: Agency;
  roles: readonly string[];
  referral: NamedReferral | null;
}

/** What a way must come to: the field that closes it, or how its last field shows. */
export interface Verdict {
  outcome: Outcome;
  /** How many steps are open before the one that is closed; -1 where the root's own field is. */
  steps: number;
  place: string;
}

/** What was found in many answers. */
export interface Findings {
  /** Decisions that were checked, by what came. */
  checked: Record<string, number>;
  /** Fields of rows that are kept from the viewer as a whole, and of lists that are empty for the viewer. */
  beside: number;
  wrong: string[];
}

/** The schema's word on a way. */
export function verdictOn({ start, way }: Probe, { agency, roles, referral }: Asking, facts: Facts): Verdict {
  const about = aboutOf('entity' in start ? start.entity : '', facts);
  let verdict: Verdict = { outcome: { shows: 'CLEAR' }, steps: 0, place: '' };
  if ('root' in start && !mayAskQuery(start.root.name, agency, roles))
    return { outcome: { shows: 'CLOSED', code: 'NOT_PERMITTED' }, steps: -1, place: start.root.place };
  for (const [steps, field] of way.entries()) {
    verdict = { outcome: decide(field, { agency, roles }, referral, about), steps, place: field.place };
    if (verdict.outcome.shows === 'CLOSED') return verdict;
    // Who has read what is for auditors, by the table of permissions; it stands beside what agencies share.
    if (field.type === 'PersonReaders' && !field.isKey && !mayReadTrail(field.owner, agency, roles))
      return { ...verdict, outcome: { shows: 'CLOSED', code: 'NOT_PERMITTED' } };
  }
  return verdict;
}

function mayReadTrail(owner: string, agency: Agency, roles: readonly string[]): boolean {
  return (agency === 'HUB' || agency === owner) && mayAskQuery('readersOf', agency, roles);
}

/** Values that differ by viewer: what one can do oneself, who one is, what oneself has named. */
const BY_VIEWER = /availableActions$|^(Viewer|ReferralWindow|Disclosure|ReferralAction|ReferralReasonOption|CaseEvent)\./;

/** Compares an answer with the schema's word on each of its probes. @param whole the same as its owner sees it */
export function judge(
  probes: readonly Probe[],
  asking: Asking,
  answer: Answer,
  whole: Answer,
  facts: Facts,
  findings: Findings,
): void {
  const told = toldBy(answer, probes);
  const expected = new Map<string, string>();
  const report = (place: string, what: string) =>
    findings.wrong.push(`${place} for ${asking.agency}/${asking.roles.join('+') || 'no role'} ${said(asking)}: ${what}`);
  for (const probe of probes) {
    if ('entity' in probe.start && isHiddenRow(probe.start.entity, asking.agency)) {
      if (valuesAt(answer, probe, 0).length > 0) report(probe.start.entity, 'a row that must not be seen');
      findings.beside += 1;
      continue;
    }
    const verdict = verdictOn(probe, asking, facts);
    const { outcome, steps, place } = verdict;
    if (outcome.shows === 'CLOSED') {
      expected.set(place, outcome.code);
      const code = [...(told.get(place) ?? [])].join('+');
      const isEmptyBefore = steps > 0 && valuesAt(answer, probe, steps).length === 0 && code === '';
      if (valuesAt(answer, probe, Math.max(steps + 1, 0)).length > 0) report(place, `a value where ${outcome.code} keeps it closed`);
      else if (isEmptyBefore) findings.beside += 1;
      else if (code !== outcome.code) report(place, `closed by ${code || 'nothing'}, not by ${outcome.code}`);
      else count(findings, outcome.code);
      continue;
    }
    const values = valuesAt(answer, probe);
    const original = valuesAt(whole, probe);
    if (values.length === 0 && isEmptyFor(probe, told)) findings.beside += 1;
    else if (values.length === 0) report(place, `nothing, where it is open (${[...(told.get(place) ?? [])].join('+')})`);
    else if (outcome.shows === 'MASKED' && values.some((value) => value !== MASKED_FORMS[place]))
      report(place, 'not masked as it must be');
    else if (outcome.shows === 'CLEAR' && !isSame(probe, values, original)) report(place, 'another value than its owner has');
    else count(findings, outcome.shows === 'CLEAR' ? 'CLEAR' : outcome.otherwise ? 'OTHERWISE' : 'MASKED');
  }
  for (const [place, codes] of told)
    if (!expected.has(place)) report(place, `the error ${[...codes].join('+')} where none is due`);
}

/**
 * Whether a way ends at a list that holds nothing for this viewer, or at what is there for some viewers only: where what one
 * may do, or has named, or the pages of one's own rows are asked for.
 */
function isEmptyFor({ start, way }: Probe, told: ReadonlyMap<string, unknown>): boolean {
  const byViewer = 'root' in start || way.some(({ place }) => BY_VIEWER.test(place));
  return byViewer && !way.some(({ place }) => told.has(place));
}

function isSame({ start, way }: Probe, values: unknown[], original: unknown[]): boolean {
  if ('root' in start || BY_VIEWER.test(way.at(-1)?.place ?? '')) return true;
  const known = new Set(original.map((value) => JSON.stringify(value)));
  return values.every((value) => known.has(JSON.stringify(value)));
}

function count({ checked }: Findings, what: string): void {
  checked[what] = (checked[what] ?? 0) + 1;
}

function said({ referral }: Asking): string {
  if (!referral) return 'without a referral';
  return `under a referral (${referral.isOpen ? 'open' : 'ended'}, to ${referral.to}, for ${referral.purpose || 'nothing'})`;
}
