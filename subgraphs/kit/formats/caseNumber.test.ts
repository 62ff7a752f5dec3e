import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCaseNumber } from './caseNumber.ts';

test('a case number tells by its form which agency gave it', () => {
  assert.deepEqual(parseCaseNumber('a2101025100002023110001'), {
    ok: true,
    value: { number: 'A2101025100002023110001', kind: 'POLICE' },
  });
  assert.deepEqual(parseCaseNumber('沈检刑诉[2023]12号'), {
    ok: true,
    value: { number: '沈检刑诉〔2023〕12号', kind: 'PROSECUTION' },
  });
  assert.deepEqual(parseCaseNumber('(2023)辽0102民初1234号'), {
    ok: true,
    value: { number: '（2023）辽0102民初1234号', kind: 'COURT' },
  });
});

test('a refusal shows all three accepted forms in both languages and not the value', () => {
  for (const text of ['', 'case 12-77', '（2023）辽0102民某1234号']) {
    const result = parseCaseNumber(text);
    assert.ok(!result.ok);
    assert.equal(result.fault.code, 'CASE_NUMBER_FORMAT');
    for (const words of [result.fault.accepted.zh, result.fault.accepted.en]) {
      for (const example of ['A2101025100002023110001', '沈检刑诉〔2023〕12号', '（2023）辽0102民初1234号'])
        assert.ok(words.includes(example));
    }
    assert.ok(text === '' || !JSON.stringify(result.fault).includes(text));
  }
});
