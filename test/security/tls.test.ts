import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { connect, DEFAULT_MAX_VERSION } from 'node:tls';
import type { Asker } from '../../demo/story/people.ts';
import { readConfig } from '../../runtime/config.ts';
import { startPart } from '../../runtime/parts.ts';
import * as operations from '../../schema/generated/operations.ts';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { accept, createLead, freshKey, referredLead, until, untilVersion } from '../harness/leads.ts';
import { type Certified, makeAuthority } from '../harness/network/certificates.ts';
import { SYSTEM_PARTS, startSystem, type TestSystem } from '../harness/system.ts';

describe('TLS between the parts', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casegraph-tls-'));
  const authority = makeAuthority('CaseGraph test authority');
  const stranger = makeAuthority('Another authority');
  let system: TestSystem;
  let officer: Asker;
  let prosecutor: Asker;
  let policeOfficer: Asker;

  const write = (name: string, text: string) => {
    const file = join(folder, name);
    writeFileSync(file, text, { mode: 0o600 });
    return file;
  };
  const settings = (name: string, { certificate, key }: Certified) => ({
    TLS_CERTIFICATE: write(`${name}.pem`, certificate),
    TLS_KEY: write(`${name}.key`, key),
    TLS_CA: write('ca.pem', authority.certificate),
  });

  before(async () => {
    system = await startSystem({ env: settings('part', authority.issue()) });
    officer = await system.people.as('womens-federation.shenyang.officer');
    prosecutor = await system.people.as('prosecutors.shenyang.prosecutor');
    policeOfficer = await system.people.as('police.shenyang.officer');
  });
  after(async () => {
    await system.stop();
    rmSync(folder, { recursive: true });
  });

  const portOf = (part: string) => system.config.ports[part] as number;

  it('every part answers on https, and on nothing else', async () => {
    for (const part of SYSTEM_PARTS) {
      const path = part === 'identity' ? '.well-known/openid-configuration' : 'ready';
      assert.ok((await fetch(`https://127.0.0.1:${portOf(part)}/${path}`)).ok, part);
      await assert.rejects(fetch(`http://127.0.0.1:${portOf(part)}/${path}`), part);
    }
    for (const url of Object.values(system.config.urls)) assert.match(url, /^https:/);
  });

  it('a user signs in, asks, and refers a lead, all over https', async () => {
    const aidLeadId = await referredLead(system, officer);
    const { acceptAidLead } = await accept(prosecutor, aidLeadId);
    assert.deepEqual(acceptAidLead.problems, []);
    await untilVersion(officer, aidLeadId, 3);
  });

  it('nothing older than TLS 1.2 is spoken', async () => {
    const speak = (version: 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3') =>
      new Promise<string | null>((resolve, reject) => {
        const socket = connect({
          host: '127.0.0.1',
          port: portOf('police'),
          ca: authority.certificate,
          minVersion: version,
          maxVersion: version,
          // OpenSSL itself speaks 1.1 only where it is told that it may be weak.
          ciphers: 'DEFAULT@SECLEVEL=0',
        });
        socket.once('secureConnect', () => {
          resolve(socket.getProtocol());
          socket.destroy();
        });
        socket.once('error', reject);
      });
    assert.equal(await speak('TLSv1.2'), 'TLSv1.2');
    assert.equal(await speak('TLSv1.3'), DEFAULT_MAX_VERSION);
    await assert.rejects(speak('TLSv1.1'), /alert protocol version/i);
  });

  /** A part with a certificate that only `stranger` vouches for. */
  const startImpostor = (part: string) => {
    const config = readConfig({ ...system.env, ...settings('impostor', stranger.issue()) });
    return startPart(part, config);
  };

  it('the gateway asks nothing of a part whose certificate another authority has issued', async () => {
    await system.stopPart('police');
    const impostor = await startImpostor('police');
    try {
      const { errors, extensions } = await policeOfficer.answer(operations.PersonDocument, {
        idNumber: '210102198906139046',
      });
      assert.ok(errors?.some((error) => error.extensions?.code === 'AGENCY_UNAVAILABLE'));
      assert.equal((extensions?.agencies as Record<string, string> | undefined)?.police, 'failed');
    } finally {
      await impostor.close();
    }
    await system.startPart('police');
    const { extensions } = await policeOfficer.answer(operations.PersonDocument, { idNumber: '210102198906139046' });
    assert.equal((extensions?.agencies as Record<string, string> | undefined)?.police, 'answered');
  });

  it('the exchange delivers nothing to such a part, and all of it once the right one is back', async () => {
    await system.stopPart('prosecutors');
    const impostor = await startImpostor('prosecutors');
    const exchange = connectDatabase(system.databaseUrls.exchange as string, 1);
    let aidLeadId: string;
    try {
      aidLeadId = await createLead(system, officer);
      await officer.ask(operations.ReferAidLeadDocument, { input: { ...freshKey(), aidLeadId, expectedVersion: 0 } });
      await until('a delivery that failed', async () => {
        const waiting = await exchange('deliveries').where({ toAgency: 'PROSECUTORS', state: 'RELAYED' }).first();
        return waiting?.attempts > 0 && /CERT|SIGNATURE|UNABLE_TO/.test(waiting.lastError);
      });
      assert.equal((await exchange('ledger').where({ action: 'RECEIVE' })).length, 1, 'that of the test before');
    } finally {
      await exchange.destroy();
      await impostor.close();
    }
    await system.startPart('prosecutors');
    await untilVersion(officer, aidLeadId, 2);
  });

  it('files that cannot be read or do not fit stop the start, with words that say which', async () => {
    const wrong = { TLS_CERTIFICATE: join(folder, 'nothing.pem'), TLS_KEY: join(folder, 'part.key') };
    assert.throws(() => readConfig(wrong), /TLS_CERTIFICATE is ".*nothing\.pem"; accepted: a file in PEM/);
    assert.throws(() => readConfig({ TLS_KEY: join(folder, 'part.key') }), /accepted: both, or neither/);
    const mixed = readConfig({
      ...system.env,
      ...settings('mixed', { certificate: authority.issue().certificate, key: stranger.key }),
    });
    await assert.rejects(startPart('police', mixed), /TLS_CERTIFICATE and TLS_KEY are not a certificate and its/);
    const empty = readConfig({ ...system.env, TLS_CA: write('empty.pem', 'nothing') });
    await assert.rejects(startPart('police', empty), /TLS_CA holds no certificate/);
  });
});
