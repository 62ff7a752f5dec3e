import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { hmacSha256 } from './hmac.ts';

const bytes = (hexadecimal: string) => Buffer.from(hexadecimal, 'hex');

describe('the HMAC of a context', () => {
  it('is what RFC 4231 says of its examples in ASCII', () => {
    const examples: [Buffer, string, string][] = [
      [Buffer.alloc(20, 0x0b), 'Hi There', 'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7'],
      [
        Buffer.from('Jefe'),
        'what do ya want for nothing?',
        '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
      ],
      [
        Buffer.alloc(131, 0xaa),
        'Test Using Larger Than Block-Size Key - Hash Key First',
        '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
      ],
    ];
    for (const [key, text, expected] of examples)
      assert.equal(hmacSha256(key)(text), bytes(expected).toString('base64url'), text);
  });

  it('is that of node:crypto, whatever was signed before, for keys and texts of any length', () => {
    for (const keyBytes of [1, 32, 63, 64, 65, 200]) {
      const secret = randomBytes(keyBytes);
      const sign = hmacSha256(secret);
      for (const length of [3_000, 0, 1, 55, 56, 1_024, 1_025, 20_000, 7]) {
        const text = randomBytes(length)
          .toString('latin1')
          .replace(/[^\x20-\x7e]/g, 'a');
        const expected = createHmac('sha256', secret).update(text).digest('base64url');
        assert.equal(sign(text), expected, `a key of ${keyBytes} bytes, a text of ${length}`);
      }
    }
  });
});
