import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { canonical, chainHash } from '../../subgraphs/exchange/relay/ledger/ledger.ts';
import { provisionKeys } from '../../subgraphs/kit/crypto/provision.ts';
import { SUITE_NAMES } from '../../subgraphs/kit/crypto/suiteNames.ts';
import { openBody, verifyEnvelope } from '../../subgraphs/kit/referrals/envelope.ts';
import { AGENCY_CODES } from '../agencies.ts';
import { generate } from '../generate.ts';
import { createSecrets, keysOf, loadKeyRing } from '../world/secrets.ts';
import { type LedgerPart, writeLedger } from './ledgerWriter.ts';

type Entry = Parameters<typeof canonical>[0];

for (const suite of SUITE_NAMES)
  describe(`the ledger of the demonstration, signed by the ${suite} suite`, async () => {
    const keysFolder = mkdtempSync(join(tmpdir(), 'demo-keys-'));
    after(() => rmSync(keysFolder, { recursive: true }));
    provisionKeys(keysFolder, AGENCY_CODES, suite);
    const keys = await loadKeyRing(keysFolder);
    const secrets = createSecrets(keys);
    const city = generate({ secrets, now: new Date('2026-11-24T10:30:00+08:00'), cases: 60, leads: 40 });
    const parts: LedgerPart[] = await Array.fromAsync(writeLedger(city.messages, keys));
    const ledger = parts.flatMap((part) => part.ledger);
    const deliveries = parts.flatMap((part) => part.deliveries);

    test('each entry follows the one before, up to the head, in the order of time', () => {
      let previous = '';
      for (const [index, row] of ledger.entries()) {
        assert.equal(row.seq, index + 1);
        assert.equal(row.prevHash, previous);
        assert.equal(row.hash, chainHash(previous, index + 1, canonical(row as unknown as Entry)));
        assert.ok(index === 0 || Number(row.recordedAt) >= Number(ledger[index - 1]?.recordedAt));
        previous = String(row.hash);
      }
      assert.equal(ledger.length, city.messages.length);
      assert.deepEqual(parts.at(-1)?.head, { seq: ledger.length, hash: previous });
    });

    test('each entry is signed by its sender and says what its row says', async () => {
      for (const row of ledger) {
        const payload = await keysOf(keys, 'HUB').verify(String(row.jws), String(row.fromAgency));
        assert.ok(payload !== null);
        const header = JSON.parse(payload);
        assert.deepEqual([header.id, header.action, header.version], [row.envelopeId, row.action, row.version]);
      }
    });

    test('what was not delivered is a whole envelope that its receiver can open', async () => {
      const dead = deliveries.filter(({ state }) => state === 'UNDELIVERABLE');
      assert.equal(dead.length, 3);
      for (const { envelope_id: id, jwe, to_agency: to } of dead) {
        const envelope = { jws: String(ledger.find((row) => row.envelopeId === id)?.jws), jwe: String(jwe) };
        const header = await verifyEnvelope(envelope, keysOf(keys, String(to)));
        assert.equal(header.action, 'SEND');
        const body = (await openBody(envelope, keysOf(keys, String(to)))) as { applicant: { idNumber: string } };
        assert.deepEqual(header.persons, [secrets.token(body.applicant.idNumber)]);
      }
    });

    test('everything else is delivered, a notice of the hub to both sides', () => {
      const delivered = deliveries.filter(({ state }) => state === 'DELIVERED');
      const notices = ledger.filter((row) => row.fromAgency === 'HUB').length;
      assert.equal(delivered.length, ledger.length - 3 + notices);
      assert.ok(delivered.every(({ jwe }) => jwe === null));
    });
  });
