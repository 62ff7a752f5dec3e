import assert from 'node:assert/strict';
import { createHash, createHmac, createVerify, diffieHellman, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, it } from 'node:test';
import { derForm, fixedForm } from './signatureForm.ts';
import { makeSm2Key, privateKeyOf, publicKeyOf, type Sm2Key } from './sm2Key.ts';
import { signerDigest } from './sm2Signature.ts';
import { sm4Mac } from './sm4Mac.ts';

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

describe('the national algorithms', () => {
  it('SM3 gives the digest of the standard’s example (GB/T 32905-2016, A.1)', () => {
    assert.equal(
      createHash('sm3').update('abc').digest('hex'),
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    );
  });

  it('a signature of the standard’s example verifies, with the identifier that everybody uses (GM/T 0003.5-2012, A.2)', () => {
    const key: Sm2Key = {
      point: hex(
        '09F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020' +
          'CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13',
      ),
      scalar: null,
    };
    assert.equal(
      signerDigest(key).toString('hex').toUpperCase(),
      'B2E14C5C79C6DF5B85F4FE7ED8DB7A262B9DA7E07CCB0EA9F4747B8CCDA8A4F3',
    );
    const signature = hex(
      'F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3' +
        'B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA',
    );
    const verifies = (message: string) =>
      createVerify('sm3')
        .update(signerDigest(key))
        .update(message)
        .verify(publicKeyOf(key, 'signature'), derForm(signature));
    assert.ok(verifies('message digest'));
    assert.ok(!verifies('message digesT'));
  });

  it('keys that are agreed on are those that node:crypto agrees on by the curve’s name', () => {
    const pair = () => generateKeyPairSync('ec', { namedCurve: 'SM2' });
    const ours = (key: KeyObject): Sm2Key => {
      const der = key.export({ format: 'der', type: 'pkcs8' });
      return { scalar: der.subarray(-102, -70), point: der.subarray(-64) };
    };
    const [one, two] = [pair(), pair()];
    const named = diffieHellman({ privateKey: one.privateKey, publicKey: two.publicKey });
    assert.deepEqual(agreed(ours(one.privateKey), ours(two.privateKey)), named);
    assert.deepEqual(agreed(ours(two.privateKey), ours(one.privateKey)), named);
  });

  it('a signature’s two forms are the same numbers, however many zeros they begin with', () => {
    for (let zeros = 0; zeros <= 31; zeros += 1) {
      const fixed = Buffer.concat([Buffer.alloc(zeros), Buffer.alloc(64 - 2 * zeros, 0x91), Buffer.alloc(zeros, 0x7f)]);
      assert.deepEqual(fixedForm(derForm(fixed)), fixed);
    }
    assert.throws(() => derForm(Buffer.alloc(63)));
  });

  it('a point that is not on the curve is no key', () => {
    const { point } = makeSm2Key();
    point[63] = (point[63] ?? 0) ^ 1;
    for (const purpose of ['signature', 'agreement'] as const) {
      assert.throws(() => publicKeyOf({ point, scalar: null }, purpose));
    }
  });

  it('what is associated cannot be moved into what is encrypted', () => {
    const keys = sm4Mac(Buffer.alloc(32, 1), 'test');
    const sealed = keys.seal('text', 'header');
    assert.equal(keys.open(sealed, 'header'), 'text');
    for (const associated of ['', 'heade', 'headers']) assert.throws(() => keys.open(sealed, associated));
    assert.throws(() => sm4Mac(Buffer.alloc(32, 1), 'other purpose').open(sealed, 'header'));
    assert.equal(createHmac('sm3', 'key').update('text').digest().length, sealed.tag.length);
  });
});

function agreed(mine: Sm2Key, theirs: Sm2Key): Buffer {
  return diffieHellman({
    privateKey: privateKeyOf(mine, 'agreement'),
    publicKey: publicKeyOf({ ...theirs, scalar: null }, 'agreement'),
  });
}
