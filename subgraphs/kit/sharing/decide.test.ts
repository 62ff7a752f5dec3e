import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decideForReader, type Grant, isAbout, servesPurpose } from './decide.ts';
import type { SharingRule } from './rules.ts';

const rule = (changes: Partial<SharingRule>): SharingRule => ({
  level: 'CONDITIONAL',
  with: null,
  for: null,
  mask: null,
  otherwise: null,
  ...changes,
});
const grant: Grant = { referralId: 'r', purpose: 'JUDICIAL_AID', caseId: 'case', personTokens: ['she', 'he'] };
const officer = (agency: string) => ({ agency, reads: new Set(['OWN', 'SHARED', 'CONDITIONAL'] as const) });

describe('a sharing rule', () => {
  it('opens everything to the owner’s own people, and to its auditors what it shares with everybody', () => {
    assert.equal(decideForReader(rule({ level: 'NOT_SHARED' }), 'POLICE', officer('POLICE')), 'OPEN');
    const auditor = { agency: 'POLICE', reads: new Set(['SHARED'] as const) };
    assert.equal(decideForReader(rule({ level: 'NOT_SHARED' }), 'POLICE', auditor), 'NOT_SHARED');
    assert.equal(decideForReader(rule({ level: 'UNCONDITIONAL', with: ['COURTS'] }), 'POLICE', auditor), 'OPEN');
  });

  it('names agencies; the hub only where it says so', () => {
    const open = rule({ level: 'UNCONDITIONAL' });
    assert.equal(decideForReader(open, 'POLICE', officer('COURTS')), 'OPEN');
    assert.equal(decideForReader(open, 'POLICE', officer('HUB')), 'NOT_SHARED');
    assert.equal(decideForReader({ ...open, with: ['HUB'] }, 'POLICE', officer('HUB')), 'OPEN');
    assert.equal(decideForReader({ ...open, with: ['HUB'] }, 'POLICE', officer('COURTS')), 'NOT_SHARED');
  });

  it('wants a role that may read so', () => {
    const leader = { agency: 'COURTS', reads: new Set(['OWN', 'SHARED'] as const) };
    assert.equal(decideForReader(rule({}), 'POLICE', leader), 'ROLE_NOT_PERMITTED');
    assert.equal(decideForReader(rule({}), 'POLICE', officer('COURTS')), 'CONDITIONAL');
    const nobody = { agency: 'COURTS', reads: new Set<never>() };
    assert.equal(decideForReader(rule({ level: 'UNCONDITIONAL' }), 'POLICE', nobody), 'ROLE_NOT_PERMITTED');
  });

  it('serves the purposes that it names, any where it names none, none where the list is empty', () => {
    assert.deepEqual(
      [null, ['JUDICIAL_AID' as const], ['MEDIATION' as const], []].map((purposes) =>
        servesPurpose(rule({ for: purposes }), grant),
      ),
      [true, true, false, false],
    );
  });
});

describe('a record', () => {
  const about = (persons: string[], caseId: string | null) => isAbout({ persons, caseId }, grant);

  it('is about a referral where one of its persons and its case are', () => {
    assert.ok(about(['she'], 'case') && about(['somebody', 'he'], null) && about([], 'case'));
  });

  it('is not where it is about another person, another case, or nobody', () => {
    assert.deepEqual(
      [about(['somebody'], 'case'), about(['she'], 'another'), about([], 'another'), about([], null)],
      [false, false, false, false],
    );
  });

  it('of a case is not about a referral that is about none', () => {
    assert.equal(isAbout({ persons: ['she'], caseId: 'case' }, { ...grant, caseId: null }), false);
  });
});
