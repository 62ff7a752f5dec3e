import type { KeyObject } from 'node:crypto';
import type { JWK } from 'jose';

/** What the keys of an installation are used by; every suite does all of it. */
export interface CipherSuite {
  /** Stands in each sealed field between the key's version and the bytes. */
  readonly fieldMark: string;
  /** @param secret 32 bytes */
  fieldKey(secret: Buffer): FieldKey;
  /** 32 bytes. */
  hmac(key: KeyObject, text: string): Buffer;
  /** Of a text, base64url. */
  digest(text: string): string;
  makeKeyPair(use: 'SIGNING' | 'ENCRYPTION', kid: string): { public: JWK; private: JWK };
  signer(privateKey: JWK): Promise<Sign>;
  verifier(publicKey: JWK): Promise<Verify>;
  encrypter(publicKey: JWK): Promise<Encrypt>;
  decrypter(privateKey: JWK): Promise<Decrypt>;
}

/** Seals single values under one key: authenticated, and no two seals alike. */
export interface FieldKey {
  seal(plain: string): Buffer;
  /** @throws where a bit was changed, or the key is another */
  open(sealed: Buffer): string;
}

/** A compact JWS of a payload. @param kid who signs, by agency */
export type Sign = (payload: string, header: { kid: string; typ?: string }) => Promise<string>;
/** The payload of a compact JWS. @throws where the signature is not this key's */
export type Verify = (jws: string) => Promise<string>;
/** A compact JWE for the key's holder. @param kid who that is, by agency */
export type Encrypt = (plain: string, header: { kid: string }) => Promise<string>;
/** @throws where it was not made for this key, or was changed */
export type Decrypt = (jwe: string) => Promise<string>;
