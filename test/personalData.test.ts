import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { Writable } from 'node:stream';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { HUANG } from '../demo/people.ts';
import { playStory } from '../demo/story/story.ts';
import { createLogger } from '../subgraphs/kit/logger.ts';
import { seeingAllRows } from '../subgraphs/kit/rowScope.ts';
import { SYSTEM_PARTS, startSystem, type TestSystem } from './harness/system.ts';

const SERVE = fileURLToPath(new URL('../runtime/commands/serve.ts', import.meta.url));
const PERSONAL = { number: HUANG.idNumber, name: HUANG.name, phone: HUANG.phone as string };

describe('personal data', () => {
  let system: TestSystem;
  let logs = '';
  let stopParts: () => Promise<void>;

  before(async () => {
    system = await startSystem({ demo: { cases: 60, leads: 40 }, parts: [] });
    const child = spawn(process.execPath, [SERVE, ...SYSTEM_PARTS], { env: { ...system.env, LOG_LEVEL: 'trace' } });
    stopParts = () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      });
    const ready = new Promise<void>((resolve, reject) => {
      child.once('exit', () => reject(new Error(logs.slice(-500))));
      for (const stream of [child.stdout, child.stderr]) {
        stream.on('data', (chunk) => {
          logs += chunk;
          if (logs.includes(': ready.')) resolve();
        });
      }
    });
    await ready;
    await playStory(system.people, () => undefined);
  });
  after(async () => {
    await stopParts();
    await system.stop();
  });

  it('does not reach the logs, whatever is done and however much is logged', () => {
    for (const [what, value] of Object.entries(PERSONAL))
      assert.ok(!logs.includes(value), `her ${what} is in the logs`);
  });

  it('log lines are structured, and those of a request carry its id', () => {
    const lines = logs.split('\n').filter((line) => line.startsWith('{'));
    const requests = lines
      .map((line) => JSON.parse(line) as { part: string; msg: string; requestId?: string })
      .filter(({ msg }) => msg === 'request');
    assert.ok(requests.length > 30, `${requests.length} requests logged`);
    assert.ok(requests.every(({ part, requestId }) => part === 'gateway' && requestId));
  });

  it('is sealed at rest: no database holds her number, name or telephone in clear', async () => {
    for (const [part, url] of Object.entries(system.databaseUrls)) {
      const client = new pg.Client({ connectionString: seeingAllRows(url) });
      await client.connect();
      try {
        const { rows: tables } = await client.query<{ name: string }>(
          "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')",
        );
        for (const { name } of tables) {
          const { rows } = await client.query<{ found: string }>(
            `select case when row_text like '%' || $1 || '%' then 'number' when row_text like '%' || $2 || '%' then 'name' else 'phone' end as found
             from (select t::text as row_text from ${name} t) rows
             where row_text like any (array['%' || $1 || '%', '%' || $2 || '%', '%' || $3 || '%']) limit 1`,
            [PERSONAL.number, PERSONAL.name, PERSONAL.phone],
          );
          assert.equal(rows[0]?.found, undefined, `${part}: ${name} holds her ${rows[0]?.found}`);
        }
      } finally {
        await client.end();
      }
    }
  });

  it('stays out of the log even where a database error quotes it', () => {
    const lines: string[] = [];
    const destination = new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    });
    const quoted = `Key (id_number)=(${HUANG.idNumber}) already exists.`;
    const error = Object.assign(new Error(`duplicate key value ... ${quoted}`), {
      code: '23505',
      constraint: 'persons_pkey',
      detail: quoted,
    });
    createLogger('test', 'info', destination).error({ err: error }, 'failed');
    assert.match(lines[0] ?? '', /23505.*persons_pkey/);
    assert.ok(!lines[0]?.includes(HUANG.idNumber));
  });
});
