import assert from 'node:assert/strict';
import { test } from 'node:test';
import { surnameOf } from './names.ts';

test('a surname is the first character, or two of the list of compound surnames', () => {
  const names: [string, string][] = [
    ['黄某某', '黄'],
    ['王芳', '王'],
    [' 李小明 ', '李'],
    ['欧阳某某', '欧阳'],
    ['诸葛亮', '诸葛'],
    ['呼延某', '呼延'],
    ['澹台某某', '澹台'],
    ['买买提·阿布都', '买'],
    ['', ''],
  ];
  for (const [name, surname] of names) assert.equal(surnameOf(name), surname, name);
});

test('of a name of two characters one is given, though they look like a compound surname', () => {
  assert.equal(surnameOf('欧阳'), '欧');
});

test('a rare character is one character, and an invisible one before the name is none', () => {
  assert.equal(surnameOf('𠮷田花'), '𠮷');
  assert.equal(surnameOf('𬱖某某'), '𬱖');
  assert.equal(surnameOf('\u200b王芳'), '王');
});
