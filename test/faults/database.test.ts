import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { databaseUrlOf } from '../../runtime/installation.ts';
import { runningPostmaster } from '../../runtime/postmaster.ts';
import { seeingAllRows } from '../../subgraphs/kit/database/rowScope.ts';
import { createHome, type FaultHome } from './home.ts';
import { createPart, type PartProcess } from './partProcess.ts';
import { START_PATIENCE_MS } from './parts.ts';

describe('the embedded database after a kill', () => {
  let home: FaultHome;
  let database: PartProcess;

  before(async () => {
    home = await createHome();
    database = createPart('database', home);
    database.start();
    await database.untilUp(START_PATIENCE_MS);
  });
  after(async () => {
    await database.stop();
    home.remove();
  });

  const server = () => runningPostmaster(join(home.folder, 'database'))?.pid;

  async function ask(): Promise<void> {
    const client = new pg.Client({ connectionString: seeingAllRows(databaseUrlOf(home.config, 'exchange') ?? '') });
    await client.connect();
    await client.query('select 1').finally(() => client.end());
  }

  it('a server whose keeper was killed is replaced at the next start', async () => {
    const orphan = server();
    await database.kill();
    assert.equal(server(), orphan, 'the server outlives its keeper');
    database.start();
    await database.untilUp(START_PATIENCE_MS);
    assert.notEqual(server(), orphan);
    await ask();
  });

  it('a server that is killed is started again by its keeper', async () => {
    const killed = server();
    process.kill(killed ?? 0, 'SIGKILL');
    const until = Date.now() + START_PATIENCE_MS;
    while (
      !(await ask().then(
        () => true,
        () => false,
      ))
    ) {
      assert.ok(Date.now() < until, 'it is back in time');
      await sleep(50);
    }
    assert.notEqual(server(), killed);
    assert.deepEqual(database.ownEnds, []);
  });

  it('a second start on the same data is refused with a line that says why, and the first goes on', async () => {
    const running = server();
    const second = createPart('database', home);
    second.start();
    while (second.ownEnds.length === 0) await sleep(50);
    await second.kill();
    assert.match(
      readFileSync(join(home.logFolder, 'database.log'), 'utf8'),
      /^CaseGraph is running on the data in .+ already \(process \d+\); stop it/m,
    );
    assert.equal(server(), running);
    await ask();
  });
});
