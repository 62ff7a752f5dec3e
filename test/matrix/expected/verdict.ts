import type { Asking } from '../asked.ts';
import type { Probe } from '../probes.ts';
import { aboutOf, type Facts, isHiddenRow } from './facts.ts';
import { decide, type Outcome } from './oracle.ts';
import { mayAskQuery } from './roles.ts';

/** What a way must come to, by the schema. */
export interface Verdict {
  outcome: Outcome;
  /** The field that closes the way, or its last one. */
  place: string;
  /** How many steps of the way are open before that field; -1 where the root's own field is closed. */
  steps: number;
  /** Whether that field is come to at all, whoever asks; false where what lies before it is there for some viewers only. */
  isReached: boolean;
}

/** What is there for some viewers only, and differs by viewer: what one can do, who one is, what one has named, what one's parties did. */
export const BY_VIEWER =
  /availableActions$|^AidLead\.changes$|^Case\.timeline$|^(Viewer|ReferralWindow|Disclosure|ReferralAction|ReferralReasonOption|CaseEvent|AidLeadChange)\./;

/** The schema's word on a way that begins at a record; null where the row is kept from the viewer as a whole. */
export function verdictOn({ start, way }: Probe, asking: Asking, facts: Facts): Verdict | null {
  const { agency, roles, referral } = asking;
  if ('root' in start && !mayAskQuery(start.root.name, agency, roles))
    return { outcome: closed('NOT_PERMITTED'), place: start.root.place, steps: -1, isReached: true };
  if ('entity' in start && isHiddenRow(start.entity, agency)) return null;
  const about = aboutOf('entity' in start ? start.entity : '', facts);
  let verdict: Verdict = { outcome: { shows: 'CLEAR' }, place: '', steps: 0, isReached: true };
  for (const [steps, field] of way.entries()) {
    const before = way.slice(0, steps);
    const isReached = 'root' in start ? steps === 0 && start.root.isNonNull : !before.some(isByViewer);
    verdict = { outcome: decide(field, asking, referral, about), place: field.place, steps, isReached };
    if (verdict.outcome.shows === 'CLOSED') return verdict;
    // Who has read what is for auditors, by the table of permissions; it stands beside what agencies share.
    if (field.type === 'PersonReaders' && !field.isKey && !mayReadTrail(field.owner, asking))
      return { ...verdict, outcome: closed('NOT_PERMITTED') };
  }
  return verdict;
}

function isByViewer({ place }: { place: string }): boolean {
  return BY_VIEWER.test(place);
}

function mayReadTrail(owner: string, { agency, roles }: Asking): boolean {
  return (agency === 'HUB' || agency === owner) && mayAskQuery('readersOf', agency, roles);
}

function closed(code: string): Outcome {
  return { shows: 'CLOSED', code };
}
