import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  characterCount,
  firstCharacters,
  normaliseCode,
  normaliseText,
  parsePersonName,
  textFault,
} from './typedText.ts';

const faultOf = (name: string) => {
  const result = parsePersonName(name);
  return result.ok ? 'accepted' : result.fault.code;
};
const nameOf = (text: string) => {
  const result = parsePersonName(text);
  return result.ok ? result.value : result.fault.code;
};

test('a code has one spelling however it is typed or pasted', () => {
  const spellings: [string, string][] = [
    ['１１０１０５１９４９１２３１００２ｘ', '11010519491231002x'],
    ['11010519491231002Ⅹ', '11010519491231002X'],
    ['\u202d138 0013\u00a08000\u202c', '13800138000'],
    ['\ufeff13800138000\u200b', '13800138000'],
    ['024–22345678', '024-22345678'],
    ['024—2234 5678', '024-22345678'],
    ['−12.5', '-12.5'],
    ['（２０２３）辽０１０２民初１号', '(2023)辽0102民初1号'],
    ['1\ufe0f2\u3000\u28003\u00ad4', '1234'],
  ];
  for (const [typed, code] of spellings) assert.equal(normaliseCode(typed), code, JSON.stringify(typed));
});

test('free text keeps its punctuation and full-width letters, and loses what nobody sees', () => {
  assert.equal(normaliseText('她说：“Ａ座（２号）”，在家。'), '她说：“Ａ座（２号）”，在家。');
  assert.equal(normaliseText(' 一\r\n二\r三\u2028四\v五 '), '一\n二\n三\n四\n五');
  assert.equal(normaliseText('a\u200b\u202eb\u0007c\td'), 'abc\td');
  assert.equal(normaliseText('e\u0301'), 'é');
});

test('text of invisible characters only is empty', () => {
  for (const text of ['', ' \u3000\n', '\u200b\u2060', '\u3164', '\u2800', '\ufe0f', '\u0301', '\u202e']) {
    assert.equal(normaliseText(text), '', JSON.stringify(text));
    assert.equal(faultOf(text.replace('\n', '').replace('\u202e', '')), 'REQUIRED', JSON.stringify(text));
  }
});

test('a zero byte and half a character are refused, whole rare characters are not', () => {
  assert.equal(textFault('a\u0000b')?.code, 'ZERO_BYTE');
  assert.equal(textFault('黄\ud800')?.code, 'NOT_WELL_FORMED');
  assert.equal(textFault('\udfb7\ud842')?.code, 'NOT_WELL_FORMED');
  assert.equal(textFault('𠮷田花💥'), null);
});

test('a name has one spelling', () => {
  assert.equal(nameOf(' 黄\u200b某\ufeff某 '), '黄某某');
  assert.equal(nameOf('王　芳'), '王芳');
  assert.equal(nameOf('Ｊｏｈｎ  Smith'), 'John Smith');
  for (const dot of ['·', '•', '・', '･', '‧', '.']) assert.equal(nameOf(`买买提${dot}阿布都`), '买买提·阿布都', dot);
  assert.equal(nameOf('⼀丁'), '一丁', 'a radical that looks like the character');
  assert.equal(nameOf('王芳（曾用名王兰）'), '王芳（曾用名王兰）');
  assert.equal(nameOf('𠮷田花'), '𠮷田花');
});

test('a name with a control character, a line end or an override of the direction of writing is refused', () => {
  for (const character of ['\u0007', '\n', '\r', '\u0085', '\u2028', '\u2029', '\u202e', '\u202d', '\u2067', '\u001b'])
    assert.equal(faultOf(`黄${character}某`), 'NAME_CONTROL_CHARACTER', JSON.stringify(character));
});

test('the length of a name counts characters', () => {
  assert.equal(faultOf('𠮷'.repeat(50)), 'accepted');
  assert.equal(faultOf('𠮷'.repeat(51)), 'TOO_LONG');
  assert.equal(characterCount('𠮷田花'), 3);
  assert.equal(firstCharacters('𠮷田花', 1), '𠮷');
});
