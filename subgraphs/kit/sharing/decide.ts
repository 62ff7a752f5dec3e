import { HUB } from '../exchange/hub.ts';
import type { Purpose } from '../generated/schema.ts';
import type { Reads } from '../permissions.ts';
import type { SharingRule } from './rules.ts';

/** Why a field stays closed. Words for each stand in problems/words.ts. */
export type Closed =
  | 'NOT_SHARED'
  | 'ROLE_NOT_PERMITTED'
  | 'REFERRAL_REQUIRED'
  | 'REFERRAL_NOT_OPEN'
  | 'REFERRAL_UNCONFIRMED'
  | 'PURPOSE_NOT_PERMITTED'
  | 'OTHER_SUBJECT';

/** What an open referral lets its receiver read, as the exchange has confirmed it. */
export interface Grant {
  referralId: string;
  purpose: Purpose;
  caseId: string | null;
  personTokens: readonly string[];
}

/** Whom and what a record is about. */
export interface Subject {
  caseId: string | null;
  persons: readonly string[];
}

export interface Reader {
  agency: string;
  reads: ReadonlySet<Reads>;
}

/**
 * What a rule says to a reader, whatever the record: OPEN, CONDITIONAL (the grant decides), or why it stays closed. The
 * owner's own people read by their role alone; its other roles count as named.
 */
export function decideForReader(
  rule: SharingRule,
  owner: string,
  { agency, reads }: Reader,
): 'OPEN' | 'CONDITIONAL' | Closed {
  const isOwner = agency === owner;
  if (isOwner && reads.has('OWN')) return 'OPEN';
  const isNamed = isOwner || (rule.with ? rule.with.includes(agency) : agency !== HUB);
  if (rule.level === 'NOT_SHARED' || !isNamed) return 'NOT_SHARED';
  if (rule.level === 'UNCONDITIONAL') return reads.has('SHARED') ? 'OPEN' : 'ROLE_NOT_PERMITTED';
  return reads.has('CONDITIONAL') ? 'CONDITIONAL' : 'ROLE_NOT_PERMITTED';
}

/** Whether a grant's purpose is among those of the rule. */
export function servesPurpose(rule: SharingRule, { purpose }: Grant): boolean {
  return rule.for === null || rule.for.includes(purpose);
}

/**
 * Whether a record is about the persons and the case of a referral: about none of its persons, or about another case, it
 * stays closed, and so does one that is about nobody and nothing.
 */
export function isAbout({ caseId, persons }: Subject, grant: Grant): boolean {
  if (persons.length === 0 && caseId === null) return false;
  const personFits = persons.length === 0 || persons.some((token) => grant.personTokens.includes(token));
  return personFits && (caseId === null || caseId === grant.caseId);
}
