import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { securityHeaders } from './securityHeaders.ts';

describe('headers for browsers', () => {
  it('keep every answer from being kept, framed, sniffed or run, and a page from other windows besides', async () => {
    const { all, pages } = await securityHeaders(false);
    assert.deepEqual(Object.keys(all).sort(), [
      'cache-control',
      'content-security-policy',
      'cross-origin-resource-policy',
      'referrer-policy',
      'x-content-type-options',
    ]);
    assert.match(all['content-security-policy'] ?? '', /default-src 'none'.*frame-ancestors 'none'/);
    assert.deepEqual(pages, {
      'cross-origin-opener-policy': 'same-origin',
      'origin-agent-cluster': '?1',
      'x-frame-options': 'DENY',
    });
  });

  it('have browsers come by TLS only, in production', async () => {
    assert.match((await securityHeaders(true)).all['strict-transport-security'] ?? '', /^max-age=15552000/);
  });
});
