import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseProsecutionDocumentNumber } from './prosecutionDocumentNumber.ts';

test('a document number is read into its parts', () => {
  assert.deepEqual(parseProsecutionDocumentNumber('沈检刑诉〔2023〕12号'), {
    ok: true,
    value: { number: '沈检刑诉〔2023〕12号', office: '沈', kind: '刑诉', year: 2023, serial: 12 },
  });
});

test('any bracket round the year becomes the official one', () => {
  for (const text of [
    '沈检刑诉[2023]12号',
    '沈检刑诉［2023］12号',
    '沈检刑诉(2023)12号',
    '沈检刑诉（2023）12号',
    ' 沈检刑诉 〔2023〕 12 号 ',
    '沈检刑诉【2023】12号',
    '沈检刑诉〔2023〕第012号',
    '沈检刑诉〔２０２３〕\u200b１２号',
  ]) {
    const result = parseProsecutionDocumentNumber(text);
    assert.equal(result.ok && result.value.number, '沈检刑诉〔2023〕12号', text);
  }
});

test('a juvenile department with 检 in its name does not lengthen the office', () => {
  const result = parseProsecutionDocumentNumber('沈和检未检刑诉〔2023〕3号');
  assert.ok(result.ok);
  assert.deepEqual([result.value.office, result.value.kind], ['沈和', '未检刑诉']);
});

test('a number of the national case system keeps its Z', () => {
  const result = parseProsecutionDocumentNumber('沈检刑诉〔2023〕Z12号');
  assert.deepEqual(result.ok && [result.value.number, result.value.serial], ['沈检刑诉〔2023〕Z12号', 12]);
});

test('a refusal names the part that is wrong', () => {
  const wrong: [string, string][] = [
    ['', 'YEAR'],
    ['沈检刑诉2023年12号', 'YEAR'],
    ['沈检刑诉〔23〕12号', 'YEAR'],
    ['沈检刑诉〔2099〕12号', 'YEAR'],
    ['检刑诉〔2023〕12号', 'OFFICE'],
    ['沈检〔2023〕12号', 'OFFICE'],
    ['沈检刑诉〔2023〕0号', 'SERIAL'],
    ['沈检刑诉〔2023〕12', 'SERIAL'],
    ['沈检刑诉〔2023〕12号之一', 'SUFFIX'],
  ];
  for (const [text, part] of wrong) {
    const result = parseProsecutionDocumentNumber(text);
    assert.equal(result.ok ? 'accepted' : result.fault.code, `PROSECUTION_DOCUMENT_NUMBER_${part}`, text);
  }
});

test('another place may number in its own way', () => {
  const pattern = /^(?<year>\d{4})年(?<office>.)检(?<kind>.{2})第(?<serial>\d+)号$/u;
  const result = parseProsecutionDocumentNumber('2023年辉检公益第5号', pattern);
  assert.deepEqual(result.ok && [result.value.office, result.value.kind, result.value.serial], ['辉', '公益', 5]);
  assert.throws(() => parseProsecutionDocumentNumber('沈检', /^沈检$/u), /needs the groups/);
});
