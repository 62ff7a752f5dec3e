import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { columnTypes, typeName } from './closedSets.ts';

const SDL = `
  enum CasePartyRole { SUSPECT }
  enum Sex { FEMALE }
  enum Step { SENT }
  type CaseParty { role: [CasePartyRole!]! name: String }
`;

test('a column holds the enum of its field, else the one of its name', () => {
  const typeOf = columnTypes(SDL, new URL('file:///nowhere.yml'));
  assert.deepEqual(typeOf('case_parties', 'role'), { name: 'CasePartyRole' });
  assert.deepEqual(typeOf('persons', 'sex'), { name: 'Sex' });
  assert.equal(typeOf('case_parties', 'name'), undefined);
  assert.equal(typeOf('others', 'role'), undefined);
});

test('columns.yml says what no name does', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casegraph-columns-'));
  try {
    const file = join(folder, 'columns.yml');
    writeFileSync(file, 'envelopes:\n  state: Step\n  body: ../body.ts#Body\n');
    const typeOf = columnTypes(SDL, pathToFileURL(file));
    assert.deepEqual(typeOf('envelopes', 'state'), { name: 'Step' });
    assert.deepEqual(typeOf('envelopes', 'body'), { name: 'Body', from: '../body' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('the type of a table is its name in the singular', () => {
  assert.deepEqual(['case_parties', 'police_cases', 'visits'].map(typeName), ['CaseParty', 'PoliceCase', 'Visit']);
});
