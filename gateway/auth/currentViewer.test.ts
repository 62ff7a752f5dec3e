import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { viewerOf } from './accessToken.ts';
import { createCurrentViewer } from './currentViewer.ts';

const AGENCIES = new Set(['POLICE', 'COURTS']);
const payload = { sub: 'one', name: '测试', agency: 'POLICE', region: '210102', roles: ['officer'], azp: 'web' };
const viewer = viewerOf(payload, AGENCIES);
const now = (said: object) => {
  assert.ok(viewer);
  return createCurrentViewer(AGENCIES)({ token: 't', payload, viewer }, { active: true, ...said });
};
const claims = { sub: 'one', agency: 'POLICE', region: '210102', roles: ['officer'] };

describe('whom a token speaks for now', () => {
  it('is whom it says where the provider says nothing of claims, or the same', () => {
    assert.equal(now({}), viewer);
    assert.equal(now({ sub: 'one', username: 'somebody', exp: 1 }), viewer);
    assert.equal(now(claims), viewer);
  });

  it('is in the region, agency and roles that the provider says, and keeps what it does not say', () => {
    const moved = { ...claims, agency: 'COURTS', region: '210103', roles: ['leader'] };
    assert.deepEqual(now(moved), { ...viewer, agency: 'COURTS', region: '210103', roles: ['leader'] });
    assert.equal(now({ ...claims, name: '新名' })?.name, '新名');
  });

  it('is nobody where a claim was taken away, is none that may come in, or the answer is about somebody else', () => {
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
