import { createPublicKey, type KeyObject } from 'node:crypto';
import { ExternalSigningKey } from 'oidc-provider';
import type { SigningKey } from './signingKeys.ts';

/**
 * A key that signs no more, for oidc-provider: published, and good for verifying the ID token by which a client signs
 * somebody out. oidc-provider takes a public half by itself in no other form.
 */
export class RetiredKey extends ExternalSigningKey {
  readonly #key: KeyObject;

  constructor({ kty, crv, x, y, kid }: SigningKey) {
    super();
    this.#key = createPublicKey({ format: 'jwk', key: { kty, crv, x, y } });
    Object.assign(this, { kid, alg: 'ES256' });
  }

  override keyObject(): KeyObject {
    return this.#key;
  }

  override sign(): never {
    throw new Error('a retired key signs nothing');
  }
}
