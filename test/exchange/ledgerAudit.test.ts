import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Knex } from 'knex';
import { verifyTrails } from '../../runtime/auditTrails.ts';
import type { LedgerRow, ReferralRow } from '../../subgraphs/exchange/generated/rows.ts';
import { canonical, chainHash } from '../../subgraphs/exchange/relay/ledger/ledger.ts';
import { verifyLedger } from '../../subgraphs/exchange/relay/ledger/verifyLedger.ts';
import type { Seen } from '../../subgraphs/kit/audit/chain.ts';
import { type AgencyKeys, loadAgencyKeys } from '../../subgraphs/kit/crypto/keys.ts';
import { toSnake } from '../../subgraphs/kit/database/columnNames.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { claimedHeader, signHeader } from '../../subgraphs/kit/referrals/envelope.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';

describe('whoever can write to the exchange’s database, and computes the ledger’s hashes anew', () => {
  let system: TestSystem;
  let exchange: Knex;
  let keys: AgencyKeys;
  let home: string;
  let head: Seen;

  before(async () => {
    system = await startSystem({ demo: { cases: 60, leads: 20 }, parts: [] });
    exchange = connectDatabase(system.databaseUrls.exchange as string, 1);
    keys = await loadAgencyKeys(system.config.keysFolder, 'HUB');
    home = mkdtempSync(join(tmpdir(), 'casegraph-ledger-'));
    const found = await verifyLedger(exchange, { keys });
    assert.deepEqual([found.intact, found.fault], [true, null]);
    head = found.head;
    assert.ok(head.seq > 50);
  });
  after(async () => {
    await exchange.destroy();
    await system.stop();
    rmSync(home, { recursive: true, force: true });
  });

  /** Makes the chain whole again after a change, from an entry to the head, as anybody can who knows how it is made. */
  const rechain = async (tx: Knex, from: number) => {
    let { hash = '' } = (await tx<LedgerRow>('ledger')
      .where({ seq: from - 1 })
      .first('hash')) ?? { hash: '' };
    let seq = from - 1;
    for (const row of await tx<LedgerRow>('ledger').where('seq', '>=', from).orderBy('seq')) {
      seq += 1;
      const link = { seq, prevHash: hash, hash: chainHash(hash, seq, canonical(row)) };
      await tx('ledger').where({ envelopeId: row.envelopeId }).update(link);
      hash = link.hash;
    }
    await tx('ledger_head').update({ seq, hash });
  };
  /** Does some harm, checks, and takes it back. */
  const attempt = async (
    harm: (tx: Knex.Transaction) => Promise<unknown>,
    check: Parameters<typeof verifyLedger>[1] = { keys },
  ) => {
    const tx = await exchange.transaction();
    try {
      await harm(tx);
      return await verifyLedger(tx, check);
    } finally {
      await tx.rollback();
    }
  };
  const entry = async (wanted: Partial<LedgerRow>) =>
    (await exchange<LedgerRow>('ledger').where(wanted).orderBy('seq').first()) as LedgerRow;

  it('cannot change who did what and when', async () => {
    for (const change of [{ username: 'somebody.else' }, { at: new Date(0) }, { note: 'ANOTHER' }]) {
      for (const check of [{ keys }, {}]) {
        const found = await attempt(async (tx) => {
          await tx('ledger').where({ seq: 7 }).update(change);
          await rechain(tx, 7);
        }, check);
        assert.deepEqual([found.intact, found.firstBad], [false, 7]);
        assert.match(found.fault ?? '', new RegExp(`not what its sender signed: ${Object.keys(change).map(toSnake)}`));
      }
    }
  });

  it('cannot change where a step led', async () => {
    const ended = await entry({ action: 'RETURN' });
    const found = await attempt(async (tx) => {
      await tx('ledger').where({ seq: ended.seq }).update({ status: 'RECEIVED' });
      await tx('referrals').where({ id: ended.referralId }).update({ status: 'RECEIVED', endedAt: null });
      await rechain(tx, ended.seq);
    });
    assert.deepEqual([found.intact, found.firstBad], [false, ended.seq]);
  });

  it('cannot sign in an agency’s name, nor in the hub’s', async () => {
    for (const from of ['WOMENS_FEDERATION', 'PROSECUTORS', 'HUB']) {
      const { seq, jws } = await entry({ fromAgency: from });
      const header = claimedHeader(jws);
      assert.ok(header);
      const forger = await loadAgencyKeys(system.config.keysFolder, 'COURTS');
      const forged = await signHeader({ ...header, actor: { username: 'somebody.else', role: 'officer' } }, forger);
      const forge = async (tx: Knex) => {
        await tx('ledger').where({ seq }).update({ username: 'somebody.else', role: 'officer', jws: forged });
        await rechain(tx, seq);
      };
      const found = await attempt(forge);
      assert.deepEqual([found.intact, found.firstBad], [false, seq], from);
      assert.match(found.fault ?? '', /signature/);
    }
  });

  it('cannot take a step out', async () => {
    const taken = await entry({ action: 'ACCEPT' });
    const next = await exchange<LedgerRow>('ledger')
      .where({ referralId: taken.referralId })
      .where('seq', '>', taken.seq)
      .whereNotNull('version')
      .orderBy('seq')
      .first();
    const found = await attempt(async (tx) => {
      await tx('deliveries').where({ envelopeId: taken.envelopeId }).delete();
      await tx('ledger').where({ seq: taken.seq }).delete();
      await rechain(tx, taken.seq);
    });
    // What came after it has moved one place up.
    assert.deepEqual([found.intact, found.firstBad], [false, (next?.seq ?? 0) - 1]);
  });

  it('cannot open a referral that has ended, nor address it to another agency, by its row alone', async () => {
    const ended = await entry({ action: 'RETURN' });
    const row = exchange<ReferralRow>('referrals').where({ id: ended.referralId });
    assert.equal((await row.clone().first())?.status, 'RETURNED');
    const changes: Partial<ReferralRow>[] = [
      { status: 'RECEIVED' },
      { version: 2 },
      { toAgency: 'COURTS' },
      { caseId: '019f0000-0000-7000-8000-000000000000' },
      { personTokens: [] },
    ];
    for (const change of changes) {
      for (const check of [{ keys }, {}]) {
        const found = await attempt((tx) => row.clone().transacting(tx).update(change), check);
        assert.deepEqual([found.intact, found.firstBad], [false, ended.seq], Object.keys(change).join());
        assert.match(
          found.fault ?? '',
          new RegExp(`stands otherwise than its entries say: ${Object.keys(change).map(toSnake)}`),
        );
      }
    }
    const invented = await attempt((tx) =>
      tx.raw(
        `insert into referrals select '019f0000-0000-7000-8000-000000000000', kind, from_agency, to_agency, 'RECEIVED', version, region_code,
           case_id, person_tokens, subject_id, parent_id, hops, return_loop, sent_at, null from referrals where id = ?`,
        [ended.referralId],
      ),
    );
    assert.deepEqual([invented.intact, invented.firstBad], [false, null]);
    assert.match(invented.fault ?? '', /has no entry/);
  });

  it('is found out by the next check where nothing was signed, or the newest entries were cut off, head and all', async () => {
    const verify = async () => {
      for await (const trail of verifyTrails({ ...system.config, home }, ['exchange'])) return trail;
    };
    assert.equal((await verify())?.intact, true);
    const rewritten = await attempt(
      async (tx) => {
        await tx('ledger')
          .where({ seq: 7 })
          .update({ recordedAt: new Date(0) });
        await rechain(tx, 7);
      },
      { keys, seen: head },
    );
    assert.deepEqual([rewritten.intact, rewritten.firstBad], [false, head.seq]);

    // Cut back to an end that was one: nothing of the later steps is left in the referrals' rows either.
    const last = await entry({ seq: head.seq });
    const before = await entry({ seq: head.seq - 1 });
    const earlier = await exchange<LedgerRow>('ledger')
      .where({ referralId: last.referralId })
      .where('seq', '<', last.seq)
      .whereNotNull('version')
      .orderBy('seq', 'desc')
      .first();
    const referral = exchange('referrals').where({ id: last.referralId });
    await exchange('referral_deadlines').where({ referralId: last.referralId }).delete();
    await exchange('deliveries').where({ envelopeId: last.envelopeId }).delete();
    await exchange('ledger').where({ seq: last.seq }).delete();
    await exchange('ledger_head').update({ seq: before.seq, hash: before.hash });
    await (earlier ? referral.update({ status: earlier.status, version: earlier.version }) : referral.delete());
    assert.equal((await verifyLedger(exchange, { keys })).intact, true, 'by itself it looks whole');
    const cut = await verify();
    assert.deepEqual([cut?.intact, cut?.firstBad], [false, head.seq]);
  });
});
