import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCodeLabels } from './codes.ts';

describe('codes as labels', () => {
  it('are what codes look like; a value that an agency gives for one is not shown', () => {
    const codeOf = createCodeLabels();
    const given = ['FORBIDDEN', '210102199001011234', 'Zhang San', 'CODE_7', '', 7, undefined, 'A'.repeat(41)];
    assert.deepEqual([...new Set(given.map(codeOf))], ['FORBIDDEN', 'OTHER']);
  });

  it('are bounded, and those that came first keep their names', () => {
    const codeOf = createCodeLabels();
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
    const many = letters.flatMap((one) => letters.map((other) => `CODE_${one}${other}`));
    assert.equal(new Set(many.map(codeOf)).size, 65);
    assert.deepEqual([codeOf(many[0]), codeOf(many.at(-1))], ['CODE_AA', 'OTHER']);
  });
});
