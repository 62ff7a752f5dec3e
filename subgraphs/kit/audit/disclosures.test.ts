import assert from 'node:assert/strict';
import { test } from 'node:test';
import { disclosureHash } from './disclosures.ts';

const row = {
  at: new Date(0),
  subject: 's',
  username: 'u',
  agency: 'COURTS',
  role: 'officer',
  purpose: null,
  referralId: null,
  requestId: 'r',
  recordType: 'CourtCase',
  recordId: 'c',
  caseId: null,
  personTokens: [],
  fields: ['number'],
  denied: [],
  regionCode: null,
};
const covered = (changes: object) => disclosureHash({ auditMac: (text) => text }, 'before', 7, { ...row, ...changes });

test('a row from before there was a region has the hash that it was written with', () => {
  const text =
    '["1970-01-01T00:00:00.000Z","s","u","COURTS","officer",null,null,"r","CourtCase","c",null,[],["number"],[]]';
  assert.equal(covered({}), `before:7:${text}`);
});

test('a row’s region cannot be changed, taken away or added without another hash', () => {
  const hashes = [null, '210102', '210103'].map((regionCode) => covered({ regionCode }));
  assert.equal(new Set(hashes).size, 3);
});
