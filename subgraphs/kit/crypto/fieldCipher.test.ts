import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { createFieldCipher } from './fieldCipher.ts';

describe('a field at rest', () => {
  const old = randomBytes(32);
  const cipher = createFieldCipher(new Map([[1, old]]));

  it('opens to what was sealed, and no two seals are alike', () => {
    const sealed = cipher.seal('黄雅芳');
    assert.equal(cipher.open(sealed), '黄雅芳');
    assert.notEqual(cipher.seal('黄雅芳'), sealed);
    assert.doesNotMatch(sealed, /黄/);
  });

  it('stays readable when a new key version seals', () => {
    const sealed = cipher.seal('13800000000');
    const renewed = createFieldCipher(
      new Map([
        [1, old],
        [2, randomBytes(32)],
      ]),
    );
    assert.equal(renewed.open(sealed), '13800000000');
    assert.match(renewed.seal('x'), /^2\./);
    assert.throws(() => createFieldCipher(new Map([[2, randomBytes(32)]])).open(sealed), /key version 1/);
  });

  it('does not open when a bit of it was changed', () => {
    const sealed = cipher.seal('210102');
    const bytes = Buffer.from(sealed.slice(2), 'base64url');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    assert.throws(() => cipher.open(`1.${bytes.toString('base64url')}`));
  });
});
