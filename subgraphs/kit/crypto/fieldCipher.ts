import type { FieldKeys } from './fieldKeys.ts';
import { suiteOf } from './suite.ts';
import type { SuiteName } from './suiteNames.ts';

/**
 * Encrypts single fields at rest: `<key version>.<mark of the suite>.<base64url>`, so that keys can be changed while old rows stay
 * readable, and nobody takes a value for one of other algorithms.
 */
export interface FieldCipher {
  seal(plain: string): string;
  /** @throws where it was changed, or where the agency's keys do not open it */
  open(sealed: string): string;
}

const FORM = /^(\d+)\.([a-z0-9]+)\.([A-Za-z0-9_-]+)$/;

export function createFieldCipher(keys: FieldKeys, suite: SuiteName): FieldCipher {
  const { fieldMark } = suiteOf(suite);
  return {
    seal(plain) {
      const { version, key } = keys.sealing();
      return `${version}.${fieldMark}.${key.seal(plain).toString('base64url')}`;
    },
    open(sealed) {
      const [, version, mark, bytes = ''] = FORM.exec(sealed) ?? [];
      if (mark === undefined) throw new Error('This is no sealed field.');
      if (mark !== fieldMark)
        throw new Error(`A field is sealed by another cipher suite (${mark}) than this agency's keys (${fieldMark}).`);
      const key = keys.of(Number(version));
      if (!key) throw new Error(`A field is sealed with key version ${version}, which this agency's keys do not hold.`);
      return key.open(Buffer.from(bytes, 'base64url'));
    },
  };
}
