import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskName } from './names.ts';

test('of a name only the surname is shown', () => {
  assert.equal(maskName('黄某某'), '黄**');
  assert.equal(maskName('王芳'), '王*');
  assert.equal(maskName(' 李小明 '), '李**');
});

test('a compound surname is shown whole', () => {
  assert.equal(maskName('欧阳某某'), '欧阳**');
  assert.equal(maskName('诸葛亮'), '诸葛*');
});

test('a name of two characters never stays open, though they look like a compound surname', () => {
  assert.equal(maskName('欧阳'), '欧*');
});

test('rare characters count as one and masking twice changes nothing', () => {
  assert.equal(maskName('𬱖某某'), '𬱖**');
  for (const name of ['黄某某', '欧阳某某', '王', '', '买买提·阿布都'])
    assert.equal(maskName(maskName(name)), maskName(name));
});
