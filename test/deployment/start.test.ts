import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createPeople } from '../../demo/story/people.ts';
import { readConfig } from '../../runtime/config.ts';
import { PARTS } from '../../runtime/partNames.ts';
import * as operations from '../../schema/generated/operations.ts';
import { freePort } from '../harness/freePort.ts';

const command = (name: string) => fileURLToPath(new URL(`../../runtime/commands/${name}.ts`, import.meta.url));

describe('npm start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casegraph-start-'));
  // Where tests run as root, PostgreSQL runs as the user postgres, who must be able to enter.
  chmodSync(folder, 0o711);
  const home = join(folder, 'home');
  const env: Record<string, string> = { CASEGRAPH_HOME: home, PATH: process.env.PATH ?? '' };

  before(async () => {
    for (const part of PARTS) env[`${part.toUpperCase().replaceAll('-', '_')}_PORT`] = String(await freePort());
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs a command and gives it back once it says the word, or has ended. */
  async function run(
    name: string,
    args: string[],
    word: string,
  ): Promise<{ child: ChildProcess; said: () => string; code: number | null }> {
    const child = spawn(process.execPath, [command(name), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const code = await new Promise<number | null>((resolve) => {
      const listen = (chunk: Buffer) => {
        said += chunk;
        if (said.includes(word)) resolve(null);
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('exit', resolve);
    });
    return { child, said: () => said, code };
  }

  const end = (child: ChildProcess) =>
    new Promise<number | null>((resolve) => {
      child.once('exit', resolve);
      child.kill('SIGINT');
    });

  const viewer = async () => {
    const { urls, oidc, demoPassword } = readConfig(env);
    const people = createPeople({
      gatewayUrl: urls.gateway as string,
      issuer: oidc.issuer,
      audience: oidc.audience,
      password: demoPassword,
    });
    return (await people.as('hub.operator')).ask(operations.LedgerVerificationDocument, {});
  };

  it('brings every part up, stops them all on Ctrl-C, and finds its data again', async () => {
    const first = await run('start', ['--no-demo'], 'CaseGraph is ready.');
    assert.match(first.said(), /GraphQL and GraphiQL +http:\/\/localhost:\d+\/graphql/, first.said());
    assert.match(first.said(), /womens-federation\.shenyang\.officer/);
    assert.match(first.said(), /mutation registerCase/);
    assert.doesNotMatch(first.said(), /npm run story/, 'there is no woman to tell it of');
    assert.deepEqual((await viewer()).ledgerVerification, { intact: true, entries: 0, firstBad: null, fault: null });
    const reset = await run('reset', ['--yes'], 'stop it first');
    assert.match(reset.said(), /CaseGraph is running/);
    assert.equal(await end(first.child), 0);
    assert.equal(existsSync(join(home, 'database', 'postmaster.pid')), false, 'the database has stopped cleanly');
    for (const part of PARTS) {
      const port = env[`${part.toUpperCase().replaceAll('-', '_')}_PORT`];
      await assert.rejects(fetch(`http://127.0.0.1:${port}/health`), `${part} still answers`);
    }

    env.GATEWAY_PROCESSES = '2';
    const second = await run('start', ['--no-demo'], 'CaseGraph is ready.');
    assert.equal((await viewer()).ledgerVerification.intact, true);
    assert.equal(await end(second.child), 0);
    await assert.rejects(
      fetch(`http://127.0.0.1:${env.GATEWAY_PORT}/health`),
      'a process of the gateway still answers',
    );
    const gone = await run('reset', ['--yes'], 'is removed');
    assert.match(gone.said(), /is removed/);
    assert.equal(existsSync(home), false);
  });

  it('is not ready while the demonstration is loaded, and says what it does in one language', async () => {
    env.GATEWAY_PROCESSES = '1';
    const started = await run('start', [], "Demonstration data: writing to the agencies' databases");
    for (const part of ['GATEWAY', 'POLICE', 'EXCHANGE']) {
      const response = await fetch(`http://127.0.0.1:${env[`${part}_PORT`]}/ready`);
      assert.deepEqual([response.status, await response.json()], [503, { status: 'loading the demonstration' }], part);
    }
    assert.deepEqual(started.said().match(/^Demonstration data.*|.*\p{Script=Han}.*/gmu), [
      'Demonstration data: generating cases and leads',
      "Demonstration data: writing to the agencies' databases",
    ]);
    assert.equal(await end(started.child), 0);
  });
});
