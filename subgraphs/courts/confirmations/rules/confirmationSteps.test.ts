import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadReferralRules } from '../../../kit/referrals/rules.ts';
import type { JudicialConfirmationStatus } from '../../generated/resolvers.ts';
import { CONFIRMATION_STEPS, confirmationAllows, ruledStatus } from './confirmationSteps.ts';

const STATUSES: readonly JudicialConfirmationStatus[] = [
  'APPLIED',
  'ACCEPTED',
  'CONFIRMED',
  'REJECTED',
  'NOT_ACCEPTED',
  'REFERRED_ONWARD',
  'WITHDRAWN',
];
const allowedIn = (action: string) => STATUSES.filter((status) => confirmationAllows(action, status));

describe('steps of a judicial confirmation', () => {
  it('accept or return an application once, and rule on what was accepted only', () => {
    assert.deepEqual(allowedIn('ACCEPT'), ['APPLIED']);
    assert.deepEqual(allowedIn('RETURN'), ['APPLIED']);
    assert.deepEqual(allowedIn('REFER_ONWARD'), ['APPLIED']);
    assert.deepEqual(allowedIn('CONCLUDE'), ['ACCEPTED']);
    assert.deepEqual(allowedIn('AGREE_WITHDRAWAL'), ['ACCEPTED']);
    assert.deepEqual([ruledStatus(true), ruledStatus(false)], ['CONFIRMED', 'REJECTED']);
  });

  it('never lead away from a ruling', () => {
    for (const action of Object.keys(CONFIRMATION_STEPS))
      for (const ruled of ['CONFIRMED', 'REJECTED', 'WITHDRAWN'] as const)
        assert.equal(confirmationAllows(action, ruled), false, `${action} of ${ruled}`);
  });

  it('need a confirmation, except for actions that change none', () => {
    assert.equal(confirmationAllows('ACCEPT', null), false);
    assert.equal(confirmationAllows('HOLD', null), true);
  });

  it('are actions that referrals have', () => {
    const rules = loadReferralRules();
    for (const action of Object.keys(CONFIRMATION_STEPS)) assert.ok(rules.action(action), action);
  });
});
