import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canonical, chainHash } from './ledger.ts';

const entry = {
  envelopeId: 'e',
  referralId: 'r',
  kind: 'JUDICIAL_AID_LEAD',
  action: 'SEND',
  fromAgency: 'WOMENS_FEDERATION',
  toAgency: 'PROSECUTORS',
  status: 'SENT',
  version: 1,
  caseId: null,
  personTokens: ['p'],
  regionCode: '210102',
  parentId: null,
  reasonCode: null,
  note: null,
  username: 'u',
  role: 'officer',
  at: new Date(0),
  recordedAt: new Date(1),
  jws: 'j',
};

test('an entry has the hash that every installation has computed for it since the first', () => {
  const content =
    '["e","r","JUDICIAL_AID_LEAD","SEND","WOMENS_FEDERATION","PROSECUTORS","SENT",1,null,["p"],"210102",null,null,null,"u","officer","1970-01-01T00:00:00.000Z","1970-01-01T00:00:00.001Z","j"]';
  assert.equal(canonical(entry), content);
  assert.equal(chainHash('before', 7, content), 'b27c336b80bf63e1cdfa00cc586a5b39626eb4ee605786e052f4c4ab7d1c3a81');
});
