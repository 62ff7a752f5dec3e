import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseResidentId, residentIdCheckCharacter } from './residentId.ts';

function withCheck(first17: string): string {
  return first17 + residentIdCheckCharacter(first17);
}

function faultOf(text: string, today?: string): string {
  const result = parseResidentId(text, today);
  return result.ok ? 'accepted' : result.fault.code;
}

test("the standard's own example is read, whatever the case of its X", () => {
  const value = { number: '11010519491231002X', regionCode: '110105', birthDate: '1949-12-31', sex: 'FEMALE' };
  assert.deepEqual(parseResidentId('11010519491231002X'), { ok: true, value });
  for (const text of [
    ' 11010519491231002x\n',
    '11010519491231002Ⅹ',
    '１１０１０５１９４９１２３１００２ｘ',
    '110105 19491231 002X\u200b',
  ])
    assert.deepEqual(parseResidentId(text), { ok: true, value }, JSON.stringify(text));
});

test('an odd sequence number is a man, an even one a woman', () => {
  for (let sequence = 0; sequence < 20; sequence += 1) {
    const result = parseResidentId(withCheck(`21010219900307${String(sequence).padStart(3, '0')}`));
    assert.ok(result.ok);
    assert.equal(result.value.sex, sequence % 2 === 1 ? 'MALE' : 'FEMALE');
  }
});

test('one mistyped digit anywhere is noticed', () => {
  const number = withCheck('21010219900307123');
  for (let place = 0; place < 17; place += 1) {
    for (let step = 1; step < 10; step += 1) {
      const digit = (Number(number.charAt(place)) + step) % 10;
      assert.equal(faultOf(number.slice(0, place) + digit + number.slice(place + 1)), 'RESIDENT_ID_CHECK_DIGIT');
    }
  }
});

test('two neighbouring digits exchanged are noticed', () => {
  const number = withCheck('21010219900307123');
  for (let place = 0; place < 16; place += 1) {
    const [a = '', b = ''] = number.slice(place, place + 2);
    if (a !== b) assert.notEqual(faultOf(number.slice(0, place) + b + a + number.slice(place + 2)), 'accepted');
  }
});

test('a number of the wrong form is refused as such', () => {
  for (const text of ['', '123', '11010549123100', '11010519491231002Y', '1101051949123100XX', '1101051949123100200']) {
    assert.equal(faultOf(text), 'RESIDENT_ID_FORMAT', text);
  }
});

test('a date of birth that is impossible, before 1900 or in the future is refused', () => {
  for (const date of ['19900230', '19901301', '19900100', '20230229', '18991231', '99990101']) {
    assert.equal(faultOf(withCheck(`210102${date}123`)), 'RESIDENT_ID_BIRTH_DATE', date);
  }
  const born = withCheck('21010220231124123');
  assert.equal(faultOf(born, '2023-11-23'), 'RESIDENT_ID_BIRTH_DATE');
  assert.equal(faultOf(born, '2023-11-24'), 'accepted');
});

test('a county code abolished before there were tables is accepted, a province that never was is not', () => {
  for (const number of ['210121196804120221', '342401199205056825']) assert.equal(faultOf(number), 'accepted');
  for (const region of ['110103', '510202', '210121', '659012', '330113'])
    assert.equal(faultOf(withCheck(`${region}19900307123`)), 'accepted', region);
  for (const region of ['000000', '160101', '990101', '280101'])
    assert.notEqual(faultOf(withCheck(`${region}19900307123`)), 'accepted', region);
  assert.equal(faultOf(withCheck('16010119900307123')), 'RESIDENT_ID_REGION');
});

test('the numbers of Hong Kong, Macao and Taiwan residence permits are accepted', () => {
  for (const region of ['810000', '820000', '830000'])
    assert.equal(faultOf(withCheck(`${region}19900307123`)), 'accepted');
});

test('the number of another document is refused with words that say what it is', () => {
  const numbers: [string, string, string][] = [
    ['210102900307123', 'RESIDENT_ID_15_DIGITS', '15'],
    ['CAN110081080310', 'RESIDENT_ID_FOREIGNER', '外国人永久居留'],
    ['usa3100 90030712', 'RESIDENT_ID_FOREIGNER', '外国人永久居留'],
    ['911124198108030024', 'RESIDENT_ID_FOREIGNER', '外国人永久居留'],
    ['H12345678', 'RESIDENT_ID_TRAVEL_PERMIT', '通行证'],
    ['M1234567801', 'RESIDENT_ID_TRAVEL_PERMIT', '通行证'],
  ];
  for (const [number, code, words] of numbers) {
    const result = parseResidentId(number);
    assert.equal(result.ok ? 'accepted' : result.fault.code, code, number);
    assert.ok(!result.ok && result.fault.message.zh.includes(words), number);
  }
});

test('no fault repeats the number', () => {
  for (const text of ['210102199003071', withCheck('16010119900307123'), withCheck('21010219900230123')]) {
    assert.equal(JSON.stringify(parseResidentId(text)).includes(text.slice(0, 14)), false);
  }
});

test('a check character is computed from 17 digits only', () => {
  assert.throws(() => residentIdCheckCharacter('2101021990030712X'), RangeError);
  assert.throws(() => residentIdCheckCharacter('2101'), RangeError);
});
