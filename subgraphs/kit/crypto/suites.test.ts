import assert from 'node:assert/strict';
import { createSecretKey, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { signQuestion, verifyQuestion } from '../exchange/exchangeRequest.ts';
import { HUB } from '../exchange/hub.ts';
import {
  type Envelope,
  type EnvelopeFault,
  openBody,
  sealEnvelope,
  signNotice,
  verifyEnvelope,
} from '../referrals/envelope.ts';
import { signStamp, verifyStamp } from '../referrals/relayStamp.ts';
import { readAgencySecret, secretFile } from './keyFile.ts';
import { loadAgencyKeys } from './keys.ts';
import { provisionKeys, SuiteMismatch } from './provision.ts';
import { suiteOf } from './suite.ts';
import { SUITE_NAMES, type SuiteName } from './suiteNames.ts';

const AGENCIES = ['POLICE', 'PROSECUTORS', HUB];

async function installation(suite: SuiteName) {
  const folder = mkdtempSync(join(tmpdir(), 'casegraph-suite-'));
  after(() => rmSync(folder, { recursive: true }));
  provisionKeys(folder, AGENCIES, suite);
  const of = (agency: string) => loadAgencyKeys(folder, agency);
  return { folder, police: await of('POLICE'), prosecutors: await of('PROSECUTORS'), hub: await of(HUB) };
}

const header = (changes: { from?: string; to?: string } = {}) => ({
  id: uuidv7(),
  referral: uuidv7(),
  kind: 'JUDICIAL_AID_LEAD',
  action: 'SEND',
  from: 'POLICE',
  to: 'PROSECUTORS',
  version: 1,
  case: null,
  persons: [],
  region: '210102',
  parent: null,
  subject: uuidv7(),
  reason: null,
  note: null,
  actor: { username: 'test', role: 'officer' },
  at: new Date().toISOString(),
  ...changes,
});

/** The text with one bit of its last byte but some changed; the parts of a compact form stay whole. */
function tampered(part: string, fromEnd = 1): string {
  const bytes = Buffer.from(part, 'base64url');
  const at = bytes.length - fromEnd;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes.toString('base64url');
}

const withPart = (compact: string, index: number, change: (part: string) => string) =>
  compact
    .split('.')
    .map((part, each) => (each === index ? change(part) : part))
    .join('.');

const fault = (code: EnvelopeFault['code']) => (error: Error) => {
  assert.equal((error as EnvelopeFault).code, code);
  return true;
};

for (const name of SUITE_NAMES) {
  describe(`the ${name} cipher suite`, async () => {
    const { police, prosecutors, hub, folder } = await installation(name);
    const stranger = await installation(name);
    const other = await installation(name === 'standard' ? 'national' : 'standard');

    it('opens a field as it was sealed, and no two seals are alike', () => {
      for (const text of ['黄雅芳', '210102198906139046', '', '辽宁省沈阳市和平区演示东路1号'.repeat(100)]) {
        const sealed = police.fieldCipher.seal(text);
        assert.equal(police.fieldCipher.open(sealed), text);
        assert.notEqual(police.fieldCipher.seal(text), sealed);
        assert.match(sealed, /^1\.[a-z0-9]+\.[A-Za-z0-9_-]+$/);
      }
    });

    it('does not open a field in which any one bit was changed, that was cut, or that is none', () => {
      const [version, mark, bytes = ''] = police.fieldCipher.seal('210102').split('.');
      for (let fromEnd = 1; fromEnd <= Buffer.from(bytes, 'base64url').length; fromEnd += 1) {
        assert.throws(() => police.fieldCipher.open(`${version}.${mark}.${tampered(bytes, fromEnd)}`));
      }
      for (const length of [1, 8, 20, 40]) {
        assert.throws(() => police.fieldCipher.open(`${version}.${mark}.${bytes.slice(0, length)}`));
      }
      assert.throws(() => police.fieldCipher.open('黄雅芳'), /no sealed field/);
    });

    it('does not open a field of another agency, of an unknown version, or of another suite, and says which', () => {
      const sealed = police.fieldCipher.seal('黄雅芳');
      assert.throws(() => prosecutors.fieldCipher.open(sealed));
      assert.throws(() => police.fieldCipher.open(sealed.replace(/^1/, '7')), /key version 7/);
      assert.throws(() => other.police.fieldCipher.open(sealed), /another cipher suite/);
    });

    it('gives one person one token at every agency, and another at another installation', () => {
      const token = police.personTokens.of('210102198906139046');
      assert.match(token, /^[A-Za-z0-9_-]{43}$/);
      assert.equal(prosecutors.personTokens.of('210102198906139046'), token);
      assert.notEqual(police.personTokens.of('210102198906139045'), token);
      for (const away of [stranger, other]) assert.notEqual(away.police.personTokens.of('210102198906139046'), token);
      assert.match(police.auditMac('a'), /^[0-9a-f]{64}$/);
      assert.equal(police.auditMac('a'), police.auditMac('a'));
      assert.notEqual(police.auditMac('a'), prosecutors.auditMac('a'), 'a key of its own for each agency');
    });

    it('gives the hub no key of tokens, and takes away one that an older version gave it', async () => {
      const hubFile = secretFile(folder, HUB);
      const { personTokenKey } = readAgencySecret(folder, 'POLICE');
      const made = readFileSync(hubFile, 'utf8');
      assert.ok(personTokenKey && !made.includes(personTokenKey));
      assert.throws(() => hub.personTokens.of('210102198906139046'), /The hub holds no key/);
      writeFileSync(hubFile, JSON.stringify({ ...JSON.parse(made), personTokenKey }));
      const unaware = await loadAgencyKeys(folder, HUB);
      assert.throws(() => unaware.personTokens.of('210102198906139046'), /The hub holds no key/);
      provisionKeys(folder, AGENCIES, name);
      assert.deepEqual(readAgencySecret(folder, HUB), { ...JSON.parse(made), sealsFrom: {} });
      assert.ok(!readFileSync(hubFile, 'utf8').includes(personTokenKey));
    });

    it('digests inputs under a key of each agency, which is neither that of tokens nor that of the audit chain', () => {
      const digests = [police, prosecutors, hub].map(({ inputDigest }) => inputDigest('210102198906139046'));
      assert.equal(new Set(digests).size, 3);
      assert.equal(police.inputDigest('210102198906139046'), digests[0]);
      assert.ok(!digests.includes(police.personTokens.of('210102198906139046')));
      assert.ok(!digests.includes(Buffer.from(police.auditMac('210102198906139046'), 'hex').toString('base64url')));
    });

    it('carries an envelope that everybody can verify and its receiver alone can open', async () => {
      const envelope = await sealEnvelope(header(), { name: '黄雅芳' }, police);
      for (const reader of [police, prosecutors, hub]) {
        assert.equal((await verifyEnvelope(envelope, reader)).from, 'POLICE');
      }
      assert.deepEqual(await openBody(envelope, prosecutors), { name: '黄雅芳' });
      for (const reader of [police, hub]) await assert.rejects(openBody(envelope, reader), fault('UNREADABLE_BODY'));
      const notice = await signNotice(header({ from: HUB }), hub);
      assert.equal((await verifyEnvelope({ jws: notice.jws, jwe: '' }, police)).from, HUB);
    });

    it('refuses an envelope of which any part was changed', async () => {
      const envelope = await sealEnvelope(header(), { name: '黄雅芳' }, police);
      const { jws, jwe } = envelope;
      const refused = async (changed: Envelope, code: EnvelopeFault['code']) =>
        assert.rejects(verifyEnvelope(changed, prosecutors), fault(code));
      for (const index of [1, 2]) await refused({ jws: withPart(jws, index, tampered), jwe }, 'BAD_SIGNATURE');
      await refused({ jws, jwe: withPart(jwe, 3, tampered) }, 'BAD_SIGNATURE');
      await refused({ jws: jws.split('.').slice(0, 2).join('.'), jwe }, 'MALFORMED');
      await refused({ jws: withPart(jws, 0, () => 'e30'), jwe }, 'MALFORMED');
      const unsigned = withPart(jws, 0, () => Buffer.from('{"alg":"none","kid":"POLICE"}').toString('base64url'));
      await refused({ jws: unsigned, jwe }, 'BAD_SIGNATURE');
      for (const index of [0, 2, 3, 4]) {
        const changed = { jws, jwe: withPart(jwe, index, (part) => tampered(part, 3)) };
        await assert.rejects(openBody(changed, prosecutors), fault('UNREADABLE_BODY'));
      }
      await assert.rejects(openBody({ jws, jwe: 'nonsense' }, prosecutors), fault('UNREADABLE_BODY'));
    });

    it('refuses what another signed: an agency in a sister’s name, another installation, another suite', async () => {
      const body = { name: '黄雅芳' };
      const inSistersName = await sealEnvelope(header({ from: 'PROSECUTORS', to: 'POLICE' }), body, police);
      await assert.rejects(verifyEnvelope(inSistersName, hub), fault('BAD_SIGNATURE'));
      for (const away of [stranger, other]) {
        const envelope = await sealEnvelope(header(), body, away.police);
        await assert.rejects(verifyEnvelope(envelope, hub), fault('BAD_SIGNATURE'));
        await assert.rejects(openBody(envelope, prosecutors), fault('UNREADABLE_BODY'));
      }
      await assert.rejects(sealEnvelope(header({ to: 'NOBODY' }), body, police), fault('UNKNOWN_RECEIVER'));
      await assert.rejects(
        verifyEnvelope(await sealEnvelope(header({ from: 'NOBODY' }), body, police), hub),
        fault('UNKNOWN_SENDER'),
      );
    });

    it('takes a stamp from the hub only, and a question from its sender only', async () => {
      const stamp = { envelope: uuidv7(), to: 'POLICE', sequence: 1, hash: 'a' };
      assert.deepEqual(await verifyStamp(await signStamp(stamp, hub), police), stamp);
      const asked = { about: 'CASE_NUMBER', number: '（2023）辽0102刑初12号', region: '210100' } as const;
      const question = await signQuestion(asked, 'POLICE', police);
      const taken = await verifyQuestion(question, hub);
      assert.deepEqual([taken?.asker, { ...taken?.question, at: null }], ['POLICE', { ...asked, at: null }]);
      for (const forger of [prosecutors, stranger.hub, other.hub]) {
        assert.equal(await verifyStamp(await signStamp(stamp, forger), police), null);
        assert.equal(await verifyQuestion(await signQuestion(asked, 'POLICE', forger), hub), null);
      }
      for (const nonsense of ['', '..', 'a.b.c', question.slice(0, 40)]) {
        assert.equal(await verifyStamp(nonsense, police), null);
        assert.equal(await verifyQuestion(nonsense, hub), null);
      }
    });

    it('keeps the keys that are there, adds those of an agency that joins, and takes none of another suite', async () => {
      provisionKeys(folder, [...AGENCIES, 'CUSTOMS'], name);
      const customs = await loadAgencyKeys(folder, 'CUSTOMS');
      assert.equal(customs.personTokens.of('x'), police.personTokens.of('x'));
      const envelope = await sealEnvelope(header(), {}, police);
      assert.equal((await verifyEnvelope(envelope, customs)).from, 'POLICE');
      const another = SUITE_NAMES.find((each) => each !== name) as SuiteName;
      assert.throws(() => provisionKeys(folder, AGENCIES, another), SuiteMismatch);
    });

    it('makes keys, digests and tokens that are not those of another secret', () => {
      const suite = suiteOf(name);
      const keys = [createSecretKey(randomBytes(32)), createSecretKey(randomBytes(32))] as const;
      assert.equal(suite.hmac(keys[0], 'text').length, 32);
      assert.notDeepEqual(suite.hmac(keys[0], 'text'), suite.hmac(keys[1], 'text'));
      assert.notEqual(suite.digest('text'), suite.digest('Text'));
    });
  });
}
