import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatCourtCaseNumber, parseCourtCaseNumber } from './courtCaseNumber.ts';
import { COURT_CASE_TYPES } from './courtCaseTypes.ts';

function faultOf(text: string): string {
  const result = parseCourtCaseNumber(text);
  return result.ok ? 'accepted' : result.fault.code;
}

test('a case number is read into its parts', () => {
  assert.deepEqual(parseCourtCaseNumber('（2023）辽0102民初1234号'), {
    ok: true,
    value: { number: '（2023）辽0102民初1234号', year: 2023, court: '辽0102', type: '民初', serial: 1234 },
  });
});

test('half-width brackets, blanks and full-width digits are put right', () => {
  for (const text of ['(2023)辽0102民初1234号', ' （2023） 辽0102 民初 1234 号 ', '（２０２３）辽0102民初1234号']) {
    const result = parseCourtCaseNumber(text);
    assert.equal(result.ok && result.value.number, '（2023）辽0102民初1234号', text);
  }
});

test('every court level and every case type makes a number that reads back the same', () => {
  for (const court of ['最高法', '辽', '辽01', '辽0102', '内0425', '黔01', '兵01', '京73']) {
    for (const type of COURT_CASE_TYPES) {
      const parts = { year: 2023, court, type, serial: 7 };
      const number = formatCourtCaseNumber(parts);
      assert.deepEqual(parseCourtCaseNumber(number), { ok: true, value: { number, ...parts } });
    }
  }
});

test('the case types that this hub handles are all known', () => {
  for (const type of ['民初', '民终', '刑初', '刑终', '行初', '民特', '民保令', '诉前调', '执'])
    assert.ok(COURT_CASE_TYPES.has(type), type);
});

test('a special-trial character between court and type is kept apart', () => {
  const result = parseCourtCaseNumber('（2021）最高法知民终12号');
  assert.ok(result.ok);
  assert.deepEqual([result.value.court, result.value.special, result.value.type], ['最高法', '知', '民终']);
  assert.equal(formatCourtCaseNumber(result.value), result.value.number);
});

test('brackets of every kind, a leading zero and invisible characters are put right', () => {
  for (const text of [
    '〔2023〕辽0102民初1234号',
    '[2023]辽0102民初1234号',
    '【2023】辽0102民初1234号',
    '［2023］辽0102民初1234号',
    '（2023）辽0102民初01234号',
    '（2023）辽0102民初第1234号',
    '（2023）辽\u200b0102民初\ufeff1234号',
    '\u202a（2023）辽 0102 民初 1234 号\u202c',
  ]) {
    const result = parseCourtCaseNumber(text);
    assert.equal(result.ok && result.value.number, '（2023）辽0102民初1234号', text);
  }
});

test('numbers from before 2016 are read, by the words that each court chose', () => {
  const numbers: [string, string][] = [
    ['（2014）沈和刑初字第123号', '（2014）沈和刑初字第123号'],
    ['（2015）沈中刑一终字第00045号', '（2015）沈中刑一终字第45号'],
    ['(2015)民申字第1234号', '（2015）民申字第1234号'],
    ['〔2009〕沈和民一初字第7号', '（2009）沈和民一初字第7号'],
    ['（2013）浦民一（民）初字第1234号', '（2013）浦民一（民）初字第1234号'],
    ['（2012）沈和执字第88号', '（2012）沈和执字第88号'],
    ['（2010）辽行终字第5号', '（2010）辽行终字第5号'],
    ['（2008）民权民初字第5号', '（2008）民权民初字第5号'],
  ];
  for (const [text, number] of numbers) {
    const result = parseCourtCaseNumber(text);
    assert.equal(result.ok && result.value.number, number, text);
    assert.ok(result.ok && formatCourtCaseNumber(result.value) === number);
    assert.deepEqual(parseCourtCaseNumber(number), result);
  }
  const parts = parseCourtCaseNumber('（2014）沈和刑初字第123号');
  assert.deepEqual(parts.ok && [parts.value.court, parts.value.type, parts.value.serial], ['沈和', '刑初', 123]);
});

test('字第 in a number of the new rules is left out', () => {
  const result = parseCourtCaseNumber('（2019）辽0102诉前调字第12号');
  assert.equal(result.ok && result.value.number, '（2019）辽0102诉前调12号');
});

test('the eight digits of a review of a death sentence are a serial', () => {
  const result = parseCourtCaseNumber('（2020）最高法刑核12345678号');
  assert.deepEqual(result.ok && [result.value.type, result.value.serial], ['刑核', 12345678]);
  assert.equal(faultOf('（2020）最高法刑核123456789号'), 'COURT_CASE_NUMBER_SERIAL');
});

test('rare case types of the rules of 2015 are known', () => {
  for (const type of '刑医监 刑止 刑止调 赔辖 赔辖终 赔确监 协外调 请外引 请台送 台请调 助移赃 民破 民算 刑教 协他'.split(
    ' ',
  ))
    assert.equal(faultOf(`（2016）辽01${type}3号`), 'accepted', type);
});

test('a refusal names the part that is wrong', () => {
  const wrong: [string, string][] = [
    ['（2023）辽0102民某1234号', 'TYPE'],
    ['（2023）辽0102少1234号', 'TYPE'],
    ['（2014）沈和某某字第1号', 'TYPE'],
    ['2023辽0102民初1234号', 'YEAR'],
    ['（23）辽0102民初1号', 'YEAR'],
    ['（1823）辽01民初1号', 'YEAR'],
    ['（2999）辽01民初1号', 'YEAR'],
    ['（2023）辽012民初1号', 'COURT'],
    ['（2023）X01民初1号', 'COURT'],
    ['（2023）沈和民初1号', 'COURT'],
    ['（2023）最高法01民终1号', 'COURT'],
    ['（2023）辽0102民初1234', 'SERIAL'],
    ['（2023）辽0102民初0号', 'SERIAL'],
    ['（2023）辽0102民初号', 'SERIAL'],
    ['（2023）辽0102民初1234号之一', 'SUFFIX'],
    ['（2023）辽0102民初1234之二号', 'SUFFIX'],
    ['（2023）辽0102民初1234-1号', 'SUFFIX'],
    ['', 'FORMAT'],
    ['abc', 'FORMAT'],
  ];
  for (const [text, part] of wrong) assert.equal(faultOf(text), `COURT_CASE_NUMBER_${part}`, text);
});
