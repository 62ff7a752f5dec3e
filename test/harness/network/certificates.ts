import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/** A certificate in PEM with its private key. */
export interface Certified {
  certificate: string;
  key: string;
}

export interface Authority extends Certified {
  /** A certificate for a part on this machine: localhost and 127.0.0.1. */
  issue(): Certified;
}

/** An authority that nobody knows, made here since node:crypto has keys and signatures, but no certificates. */
export function makeAuthority(name: string): Authority {
  const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const make = (subject: string, publicKey: KeyObject, privateKey: KeyObject, extensions: Buffer): Certified => ({
    certificate: certificate({ issuer: name, subject, publicKey, extensions, signingKey: own.privateKey }),
    key: String(privateKey.export({ format: 'pem', type: 'pkcs8' })),
  });
  return {
    ...make(name, own.publicKey, own.privateKey, extension('551d13', sequence(tlv(0x01, Buffer.from([0xff]))))),
    issue() {
      const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const names = sequence(tlv(0x82, Buffer.from('localhost')), tlv(0x87, Buffer.from([127, 0, 0, 1])));
      return make(`${name} part`, pair.publicKey, pair.privateKey, extension('551d11', names));
    },
  };
}

const DAY_MS = 86_400_000;
const ECDSA_WITH_SHA256 = sequence(oid('2a8648ce3d040302'));

/** X.509 version 3, valid from yesterday until tomorrow: RFC 5280, 4.1. */
function certificate(parts: {
  issuer: string;
  subject: string;
  publicKey: KeyObject;
  extensions: Buffer;
  signingKey: KeyObject;
}): string {
  const body = sequence(
    tlv(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ECDSA_WITH_SHA256,
    commonName(parts.issuer),
    sequence(time(Date.now() - DAY_MS), time(Date.now() + DAY_MS)),
    commonName(parts.subject),
    parts.publicKey.export({ format: 'der', type: 'spki' }),
    tlv(0xa3, sequence(parts.extensions)),
  );
  const signature = sign('sha256', body, parts.signingKey);
  const der = sequence(body, ECDSA_WITH_SHA256, tlv(0x03, Buffer.from([0]), signature));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

function commonName(name: string): Buffer {
  return sequence(tlv(0x31, sequence(oid('550403'), tlv(0x0c, Buffer.from(name)))));
}

function extension(id: string, value: Buffer): Buffer {
  return sequence(oid(id), tlv(0x04, value));
}

function time(moment: number): Buffer {
  const digits = new Date(moment).toISOString().replace(/\.\d+/, '').replaceAll(/[-:T]/g, '');
  return tlv(0x18, Buffer.from(digits));
}

function oid(hex: string): Buffer {
  return tlv(0x06, Buffer.from(hex, 'hex'));
}

function integer(bytes: Buffer): Buffer {
  return tlv(0x02, bytes);
}

function sequence(...parts: Buffer[]): Buffer {
  return tlv(0x30, ...parts);
}

/** DER: a tag, the length, the content. */
function tlv(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
}
