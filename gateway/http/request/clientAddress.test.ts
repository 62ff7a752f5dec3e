import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clientAddressKey } from './clientAddress.ts';

describe('the key by which requests are counted', () => {
  it('is an IPv4 address, however it is written', () => {
    assert.equal(clientAddressKey('192.0.2.7'), '192.0.2.7');
    assert.equal(clientAddressKey('::ffff:192.0.2.7'), '192.0.2.7');
    assert.notEqual(clientAddressKey('192.0.2.8'), '192.0.2.7');
  });

  it('is an IPv6 network, whichever of its addresses is used', () => {
    const network = clientAddressKey('2001:db8:0:1::1');
    assert.equal(clientAddressKey('2001:DB8::1:ffff:ffff:ffff:ffff'), network);
    assert.equal(clientAddressKey('2001:db8:0:1:8000::'), network);
    assert.notEqual(clientAddressKey('2001:db8:0:2::1'), network);
  });

  it('is the proxy’s text where that is not an address', () => {
    assert.equal(clientAddressKey('unknown'), 'unknown');
    assert.equal(clientAddressKey(''), '');
  });
});
