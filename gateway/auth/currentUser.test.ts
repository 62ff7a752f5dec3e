import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { userOf } from './accessToken.ts';
import { currentUser } from './currentUser.ts';

const AGENCIES = new Set(['POLICE', 'COURTS']);
const payload = { sub: 'one', name: '测试', agency: 'POLICE', region: '210102', roles: ['officer'], azp: 'web' };
const user = userOf(payload, AGENCIES);
const now = (said: object) => {
  assert.ok(user);
  return currentUser({ token: 't', payload, user }, { active: true, ...said }, AGENCIES);
};
const claims = { sub: 'one', agency: 'POLICE', region: '210102', roles: ['officer'] };

describe('the current user of a token', () => {
  it('is the user of the token where the provider returns no claims, or the same', () => {
    assert.equal(now({}), user);
    assert.equal(now({ sub: 'one', username: 'somebody', exp: 1 }), user);
    assert.equal(now(claims), user);
  });

  it('has the region, agency and roles that the provider returns, and keeps other claims', () => {
    const moved = { ...claims, agency: 'COURTS', region: '210103', roles: ['leader'] };
    assert.deepEqual(now(moved), { ...user, agency: 'COURTS', region: '210103', roles: ['leader'] });
    assert.equal(now({ ...claims, name: '新名' })?.name, '新名');
  });

  it('is nobody where a claim was removed or is not valid, or the result is about another user', () => {
    for (const said of [
      { ...claims, roles: undefined },
      { ...claims, roles: [] },
      { ...claims, region: undefined },
      { ...claims, agency: 'ELSEWHERE' },
      { ...claims, sub: 'another' },
    ])
      assert.equal(now(said), null, JSON.stringify(said));
  });
});
