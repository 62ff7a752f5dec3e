import assert from 'node:assert/strict';
import { test } from 'node:test';
import { comparable } from './command.ts';

test('null, an empty text and what is left out are the same input', () => {
  const written = { note: null, applicant: { name: '王', phone: '' }, tags: ['a'] };
  assert.equal(comparable('createLead', written), comparable('createLead', { applicant: { name: '王' }, tags: ['a'] }));
});

test('anything else is another input', () => {
  const same = comparable('createLead', { amount: '0.00', urgent: false, tags: [] });
  assert.notEqual(same, comparable('createLead', {}));
  assert.notEqual(same, comparable('changeLead', { amount: '0.00', urgent: false, tags: [] }));
});
