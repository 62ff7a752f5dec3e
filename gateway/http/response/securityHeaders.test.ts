import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import Fastify from 'fastify';
import { addSecurityHeaders } from './securityHeaders.ts';

async function headersOf(production: boolean) {
  const app = Fastify();
  await addSecurityHeaders(app, production);
  app.get('/', () => '');
  const { headers } = await app.inject('/');
  await app.close();
  return headers;
}

describe('headers for browsers', () => {
  it('keep every answer from being kept, framed, sniffed or run, and from other windows', async () => {
    const { connection, 'content-length': length, 'content-type': type, date, ...headers } = await headersOf(false);
    assert.deepEqual(Object.keys(headers).sort(), [
      'cache-control',
      'content-security-policy',
      'cross-origin-opener-policy',
      'cross-origin-resource-policy',
      'origin-agent-cluster',
      'referrer-policy',
      'x-content-type-options',
      'x-frame-options',
    ]);
    assert.match(String(headers['content-security-policy']), /default-src 'none'.*frame-ancestors 'none'/);
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(headers['x-frame-options'], 'DENY');
  });

  it('make browsers use TLS only, in production', async () => {
    assert.match(String((await headersOf(true))['strict-transport-security']), /^max-age=15552000/);
  });
});
