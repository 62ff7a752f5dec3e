import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createVerified } from './tokenCache.ts';

const FOUND = {
  token: 'x',
  payload: {},
  viewer: {
    subject: 'x',
    username: 'x',
    name: '测试',
    agency: 'POLICE',
    region: '210100',
    roles: ['officer'],
    client: null,
  },
};

describe('a verified token', () => {
  it('is remembered for a minute, and no longer than it lives', () => {
    let now = 1_000_000;
    const verified = createVerified(() => now);
    verified.remember('long', FOUND, now / 1000 + 3_600);
    verified.remember('short', FOUND, now / 1000 + 10);
    assert.deepEqual([verified.find('long'), verified.find('other')], [FOUND, null]);
    now += 9_999;
    assert.equal(verified.find('short'), FOUND);
    now += 1;
    assert.deepEqual([verified.find('short'), verified.find('long')], [null, FOUND]);
    now += 50_000;
    assert.equal(verified.find('long'), null);
  });

  it("is the whole of it: with another beginning the same signature is nobody's", () => {
    const verified = createVerified(() => 0);
    const signature = 's'.repeat(86);
    verified.remember(`Bearer mine.${signature}`, FOUND, 3_600);
    assert.equal(verified.find(`Bearer other.${signature}`), null);
    assert.equal(verified.find(`bearer mine.${signature}`), null);
    assert.equal(verified.find(signature), null);
    assert.equal(verified.find(`Bearer mine.${signature}`), FOUND);
  });

  it('is one of ten thousand at most', () => {
    const verified = createVerified(() => 0);
    for (let token = 0; token <= 10_000; token += 1) verified.remember(String(token), FOUND, 3_600);
    assert.deepEqual([verified.find('0'), verified.find('1')], [null, FOUND]);
  });
});
