import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { callerAt } from './clientAddress.ts';

describe('who counts as one', () => {
  it('is an IPv4 address, however it is written', () => {
    assert.equal(callerAt('192.0.2.7'), '192.0.2.7');
    assert.equal(callerAt('::ffff:192.0.2.7'), '192.0.2.7');
    assert.notEqual(callerAt('192.0.2.8'), '192.0.2.7');
  });

  it('is an IPv6 network, whichever of its addresses is used', () => {
    const network = callerAt('2001:db8:0:1::1');
    assert.equal(callerAt('2001:DB8::1:ffff:ffff:ffff:ffff'), network);
    assert.equal(callerAt('2001:db8:0:1:8000::'), network);
    assert.notEqual(callerAt('2001:db8:0:2::1'), network);
  });

  it('is what a proxy says where that is no address', () => {
    assert.equal(callerAt('unknown'), 'unknown');
    assert.equal(callerAt(''), '');
  });
});
