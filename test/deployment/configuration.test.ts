import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ConfigurationFault, readConfig } from '../../runtime/config.ts';
import { provision } from '../../runtime/installation.ts';
import { freePort } from '../harness/freePort.ts';

const SERVE = fileURLToPath(new URL('../../runtime/commands/serve.ts', import.meta.url));

/** Starts a part as `npm run serve -- <part>` does and gives what it said when it ended. */
async function serve(parts: string[], env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [SERVE, ...parts], { env: { PATH: process.env.PATH, ...env } });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { code, said: said.trim() };
}

describe('a start that cannot succeed', () => {
  const home = () => mkdtempSync(join(tmpdir(), 'casegraph-config-'));

  it('names every variable that is wrong, what was found and what is accepted, and never a password', () => {
    assert.throws(
      () => readConfig({ POLICE_PORT: '99999', LOG_LEVEL: 'loud', DATABASE_URL_COURTS: 'mysql://u:secret@h/d' }),
      (error: Error) => {
        assert.ok(error instanceof ConfigurationFault);
        const lines = error.message.split('\n');
        assert.equal(lines.length, 3);
        assert.match(error.message, /POLICE_PORT is "99999"; accepted: a port from 1 to 65535\./);
        assert.match(error.message, /LOG_LEVEL is "loud"; accepted: fatal, /);
        assert.match(error.message, /DATABASE_URL_COURTS is set, but not usable/);
        assert.doesNotMatch(error.message, /secret/);
        return true;
      },
    );
  });

  it('keeps the door’s limits within bounds, and proxies to addresses', () => {
    const env = {
      LIMITS_TOKENS: '1000000',
      LIMITS_COST: 'much',
      TRUSTED_PROXIES: 'anybody',
      TRUSTED_DOCUMENTS: 'maybe',
    };
    assert.throws(
      () => readConfig(env),
      (error: Error) => {
        assert.equal(error.message.split('\n').length, 4);
        assert.match(error.message, /LIMITS_TOKENS is "1000000"; accepted: a whole number from 100 to 4000\./);
        return true;
      },
    );
    const proxies = readConfig({ TRUSTED_PROXIES: '10.0.0.0/8, ::1' }).trustedProxies;
    assert.deepEqual(proxies, ['10.0.0.0/8', '::1']);
    assert.equal(readConfig({ NODE_ENV: 'production' }).trustedDocumentsOnly, true);
    assert.equal(readConfig({ NODE_ENV: 'production', TRUSTED_DOCUMENTS: 'off' }).trustedDocumentsOnly, false);
  });

  it('says in one line that a database is missing, and how to get one', async () => {
    const folder = home();
    try {
      const { code, said } = await serve(['police'], { CASEGRAPH_HOME: folder });
      assert.equal(code, 1);
      assert.match(said, /^DATABASE_URL_POLICE is not set, .*npm run serve -- database first\.$/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('says which port is in use and which variable changes it', async () => {
    const folder = home();
    const port = await freePort();
    const server = createServer().listen(port, '127.0.0.1');
    try {
      const { code, said } = await serve(['identity'], { CASEGRAPH_HOME: folder, IDENTITY_PORT: String(port) });
      assert.equal(code, 1);
      assert.equal(
        said,
        `identity: Port ${port} is in use by another program; stop that one, or set IDENTITY_PORT to a free port.`,
      );
    } finally {
      server.close();
      rmSync(folder, { recursive: true });
    }
  });

  it('lets the demonstration’s users into no production, unless that is said on purpose and the password is another', async () => {
    const folder = home();
    const production = { CASEGRAPH_HOME: folder, NODE_ENV: 'production' };
    try {
      const refused = await serve(['identity'], production);
      assert.equal(refused.code, 1);
      assert.match(
        refused.said,
        /^DEMO_USERS is not set: .*DEMO_USERS=allowed\.\nDEMO_PASSWORD is the published one: /,
      );
      const published = await serve(['identity'], { ...production, DEMO_USERS: 'allowed' });
      assert.deepEqual([published.code, /^DEMO_PASSWORD is the published one: .*$/.test(published.said)], [1, true]);
      assert.doesNotMatch(published.said, /casegraph-demo/);
      const another = await serve(['identity'], { ...production, DEMO_PASSWORD: 'another-one' });
      assert.deepEqual([another.code, /^DEMO_USERS is not set: .*$/.test(another.said)], [1, true]);
      provision(readConfig({ CASEGRAPH_HOME: folder }));
      const gateway = await serve(['gateway'], production);
      assert.deepEqual([gateway.code, /^OIDC_ISSUER is the embedded provider: .*$/.test(gateway.said)], [1, true]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('starts no gateway in production that cannot ask its provider who is disabled', async () => {
    const folder = home();
    provision(readConfig({ CASEGRAPH_HOME: folder }));
    const own = { CASEGRAPH_HOME: folder, NODE_ENV: 'production', OIDC_ISSUER: 'https://login.example.cn/' };
    try {
      const { code, said } = await serve(['gateway'], own);
      assert.equal(code, 1);
      assert.match(said, /^OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are not set: .*OIDC_LIVENESS=optional\.$/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('starts no gateway with a time for a subgraph that there is not', async () => {
    const folder = home();
    provision(readConfig({ CASEGRAPH_HOME: folder }));
    try {
      const env = { CASEGRAPH_HOME: folder, SUBGRAPH_TIMEOUT_MS: '10000, coruts = 3000' };
      const { code, said } = await serve(['gateway'], env);
      assert.equal(code, 1);
      assert.match(said, /^SUBGRAPH_TIMEOUT_MS names coruts, which the supergraph has not; accepted: .*courts/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('names the parts there are when asked for one that is none', async () => {
    const { code, said } = await serve(['coffee'], {});
    assert.equal(code, 2);
    assert.match(said, /^No part is called coffee\. Usage: .*womens-federation/);
  });
});
