import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applicationStatus, canApply } from './applicationStatus.ts';
import { lastDayToApply } from './applicationTerm.ts';

describe('an application for judicial confirmation', () => {
  it('is possible for 30 days, the day of the agreement not counted, and to the next working day where the last is none', () => {
    assert.equal(lastDayToApply(new Date('2023-11-01T09:00:00+08:00')), '2023-12-01', 'a Friday');
    assert.equal(lastDayToApply(new Date('2023-11-02T23:59:59+08:00')), '2023-12-04', 'a Saturday, so the Monday');
    assert.equal(
      lastDayToApply(new Date('2023-08-30T09:00:00+08:00')),
      '2023-10-07',
      'in the week of the National Day',
    );
  });

  it('has the status of its referral, and after that of the ruling', () => {
    assert.equal(applicationStatus('RECEIVED', null), 'APPLIED');
    assert.equal(applicationStatus('ON_HOLD', null), 'ACCEPTED');
    assert.equal(applicationStatus('RETURNED', null), 'NOT_ACCEPTED');
    assert.equal(applicationStatus('CONCLUDED', true), 'CONFIRMED');
    assert.equal(applicationStatus('ACKNOWLEDGED', false), 'REJECTED');
  });

  it('can be made again after it was not accepted or taken back, and never beside another one or after a ruling', () => {
    assert.deepEqual(([null, 'NOT_ACCEPTED', 'WITHDRAWN'] as const).map(canApply), [true, true, true]);
    assert.deepEqual((['APPLIED', 'ACCEPTED', 'REFERRED_ONWARD', 'CONFIRMED', 'REJECTED'] as const).map(canApply), [
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
