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

test('what is no case number is refused with all three accepted forms in both languages, and not the value', () => {
  for (const text of ['', 'case 12-77', '210102199003078723', '黄某某']) {
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

test('of a number whose kind can be recognised the wrong part is named, and only its own form is shown', () => {
  const wrong: [string, string][] = [
    ['（2023）辽0102民某1234号', 'COURT_CASE_NUMBER_TYPE'],
    ['（2023）辽0102民初1234号之一', 'COURT_CASE_NUMBER_SUFFIX'],
    ['2023辽0102民初1号', 'COURT_CASE_NUMBER_YEAR'],
    ['辽0102民初1号', 'COURT_CASE_NUMBER_FORMAT'],
    ['A2101025100002023130001', 'POLICE_CASE_NUMBER_MONTH'],
    ['A210102510000202311001', 'POLICE_CASE_NUMBER_FORMAT'],
    ['2101025100002023110001', 'POLICE_CASE_NUMBER_FORMAT'],
    ['沈检刑诉2023年12号', 'PROSECUTION_DOCUMENT_NUMBER_YEAR'],
    ['沈检刑诉〔2023〕0号', 'PROSECUTION_DOCUMENT_NUMBER_SERIAL'],
  ];
  for (const [text, code] of wrong) {
    const result = parseCaseNumber(text);
    assert.equal(result.ok ? 'accepted' : result.fault.code, code, text);
    assert.ok(!result.ok && !result.fault.accepted.en.includes('; or '));
    assert.ok(!result.ok && !JSON.stringify(result.fault.message).includes(text));
  }
});
