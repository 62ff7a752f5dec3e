import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTokenCache } from './tokenCache.ts';

const VERIFIED = {
  token: 'x',
  payload: {},
  user: {
    subject: 'x',
    username: 'x',
    name: '测试',
    agency: 'POLICE',
    region: '210100',
    roles: ['officer' as const],
    client: null,
  },
};

describe('a verified token', () => {
  it('is cached for a minute, and not after it expires', () => {
    let now = 1_000_000;
    const cache = createTokenCache(() => now);
    cache.set('long', VERIFIED, now / 1000 + 3_600);
    cache.set('short', VERIFIED, now / 1000 + 10);
    assert.deepEqual([cache.get('long'), cache.get('other')], [VERIFIED, null]);
    now += 9_999;
    assert.equal(cache.get('short'), VERIFIED);
    now += 1;
    assert.deepEqual([cache.get('short'), cache.get('long')], [null, VERIFIED]);
    now += 50_000;
    assert.equal(cache.get('long'), null);
  });

  it('is found by the whole header only', () => {
    const cache = createTokenCache(() => 0);
    const signature = 's'.repeat(86);
    cache.set(`Bearer mine.${signature}`, VERIFIED, 3_600);
    assert.equal(cache.get(`Bearer other.${signature}`), null);
    assert.equal(cache.get(`bearer mine.${signature}`), null);
    assert.equal(cache.get(signature), null);
    assert.equal(cache.get(`Bearer mine.${signature}`), VERIFIED);
  });

  it('is one of ten thousand at most, and the oldest is dropped first', () => {
    const cache = createTokenCache(() => 0);
    for (let token = 0; token <= 10_000; token += 1) cache.set(String(token), VERIFIED, 3_600);
    assert.deepEqual([cache.get('0'), cache.get('1')], [null, VERIFIED]);
  });
});
