import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Role, Viewer } from '../viewer.ts';
import { loadReferralRules } from './rules.ts';
import { sendRefusal } from './sendRefusal.ts';

const rules = loadReferralRules();
const everybody = { knowsAgency: () => true };

function refusalOf(agency: string, to: string, role: Role = 'officer', keys = everybody, from = rules) {
  const viewer: Viewer = {
    subject: 's',
    username: 'u',
    name: 'n',
    agency,
    region: '210100',
    roles: [role],
    language: 'en',
  };
  return sendRefusal(agency, { kind: 'JUDICIAL_AID_LEAD', to }, viewer, { rules: from, keys })?.data;
}

describe('sending a referral', () => {
  it('is allowed to a sender of the kind, in a role that may, to a receiver of the kind', () => {
    assert.equal(refusalOf('WOMENS_FEDERATION', 'PROSECUTORS'), undefined);
  });

  it('is not permitted to an agency that the kind does not name, nor to a role that may not', () => {
    for (const refusal of [
      refusalOf('POLICE', 'PROSECUTORS'),
      refusalOf('WOMENS_FEDERATION', 'PROSECUTORS', 'leader'),
    ]) {
      assert.ok(refusal?.__typename === 'NotPermitted');
      assert.deepEqual(refusal.permitted, ['WOMENS_FEDERATION/officer', 'WOMENS_FEDERATION/supervisor']);
    }
  });

  it('goes to no agency that the kind does not name, nor to one that has not joined', () => {
    assert.equal(refusalOf('WOMENS_FEDERATION', 'COURTS')?.code, 'RECEIVER_UNKNOWN');
    const strangers = { knowsAgency: () => false };
    assert.equal(refusalOf('WOMENS_FEDERATION', 'PROSECUTORS', 'officer', strangers)?.code, 'RECEIVER_UNKNOWN');
  });

  it('obeys the table of actions: where it cannot follow a draft it is refused', () => {
    const closed = { ...rules, allows: () => false };
    assert.equal(refusalOf('WOMENS_FEDERATION', 'PROSECUTORS', 'officer', everybody, closed)?.code, 'STATUS_CONFLICT');
  });
});
