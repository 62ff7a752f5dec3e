import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { connectDatabase } from '../../subgraphs/kit/database/database.ts';
import { createFeed, type Feed, type Followed } from '../../subgraphs/kit/events/feed.ts';
import { createLogger } from '../../subgraphs/kit/server/logger.ts';
import type { Viewer } from '../../subgraphs/kit/viewer.ts';
import {
  type AidLeadChange,
  changesBetween,
} from '../../subgraphs/womens-federation/aid-leads/store/aidLeadChanges.ts';
import { cloneDatabases, connectAsSuperuser } from '../harness/cluster.ts';
import { positionsOf, writeChanges } from '../harness/leadEvents.ts';
import { until } from '../harness/leads.ts';

const OFFICER: Viewer = {
  subject: 'one',
  username: 'one',
  name: '测试',
  agency: 'WOMENS_FEDERATION',
  region: '210100',
  roles: ['officer'],
  language: 'en',
};
const ELSEWHERE: Viewer = { ...OFFICER, region: '210200' };

describe('a feed', () => {
  let databases: Awaited<ReturnType<typeof cloneDatabases>>;
  let url: string;
  let leadId: string;
  let feed: Feed;
  let statements = 0;
  before(async () => {
    databases = await cloneDatabases(`feed${process.pid}`);
    url = databases.urls['womens-federation'] as string;
    leadId = await insertLead(url);
  });
  after(() => databases.drop());
  beforeEach(() => {
    statements = 0;
    feed = createFeed({
      name: 'aid_lead_changes',
      newest: "select position from feed_heads where feed = 'aid_lead_changes'",
      databaseUrl: url,
      log: createLogger('test', 'fatal'),
    });
  });
  afterEach(() => feed.close());

  const follow = (viewer: Viewer, cursor: string | null = null) =>
    feed.follow<AidLeadChange>({
      viewer,
      after: cursor,
      read: (db, range) => {
        statements += 1;
        return changesBetween(db, viewer, range);
      },
      matches: () => true,
    });
  const inRegion = async (region: string) => {
    const db = connectDatabase(url, 1);
    await db('aid_leads').where({ id: leadId }).update({ region_code: region });
    await db.destroy();
  };
  const backend = async (name: string) => {
    const admin = await connectAsSuperuser();
    try {
      const { rows } = await admin.query(
        'select pid, pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = $2',
        [name, new URL(url).pathname.slice(1)],
      );
      return rows.length;
    } finally {
      await admin.end();
    }
  };

  it('gives each event once and in its place, though writers commit in another order than they wrote', async () => {
    const followed = await follow(OFFICER);
    const before = (await positionsOf(url)).length;
    const writing = writeChanges(url, leadId, { count: 400, writers: 12, mostWaitMs: 20 });
    const came = await take(followed, 400);
    await writing;
    assert.deepEqual(came, sequence(before + 1, 400));
    assert.deepEqual(await positionsOf(url), sequence(1, before + 400), 'no place is left empty');
  });

  it('is read once for all who follow in the same scope, and not at all for whom nothing has changed', async () => {
    const many = await Promise.all(Array.from({ length: 50 }, () => follow(OFFICER)));
    const others = await Promise.all(Array.from({ length: 50 }, () => follow(ELSEWHERE)));
    const reading = many.map((each) => take(each, 1));
    const waiting = others.map((each) => each.next());
    await writeChanges(url, leadId, { count: 1 });
    const came = await Promise.all(reading);
    assert.equal(new Set(came.flat()).size, 1);
    const here = feed.cursorAt(came[0]?.[0] as number);
    await until('who is shown nothing goes on from the same place', async () =>
      others.every(({ cursor }) => cursor === here),
    );
    assert.equal(statements, 2, 'one for each scope');
    for (const each of [...many, ...others]) await each.return?.();
    assert.ok(
      (await Promise.all(waiting)).every(({ done }) => done),
      'who leaves is not kept waiting',
    );
  });

  it('goes on from a cursor, page after page, and waits for nobody who is slow', async () => {
    const slow = await follow(OFFICER);
    const { cursor } = slow;
    const before = (await positionsOf(url)).length;
    await writeChanges(url, leadId, { count: 450, writers: 4 });
    const quick = await follow(OFFICER, cursor);
    assert.deepEqual(await take(quick, 450), sequence(before + 1, 450));
    assert.deepEqual(await take(slow, 450), sequence(before + 1, 450), 'the slow one, from where it stood');
  });

  it('reads again what was read a while ago: whoever may not see it any more is not told', async () => {
    const followed = await follow(OFFICER);
    const before = (await positionsOf(url)).length;
    await writeChanges(url, leadId, { count: 3 });
    assert.deepEqual(await take(followed, 1), sequence(before + 1, 1));
    await inRegion('210202');
    try {
      await sleep(600);
      const next = followed.next();
      const elsewhere = await follow(ELSEWHERE, feed.cursorAt(before));
      assert.deepEqual(await take(elsewhere, 3), sequence(before + 1, 3), 'who sees it now is told');
      await followed.return?.();
      assert.equal((await next).done, true, 'nothing more came');
    } finally {
      await inRegion('210102');
    }
  });

  it('misses nothing while the database breaks every connection', async () => {
    const followed = await follow(OFFICER);
    const before = (await positionsOf(url)).length;
    const taken = take(followed, 300);
    const writing = writeChanges(url, leadId, { count: 300, writers: 3, mostWaitMs: 10 });
    for (let round = 0; round < 3; round += 1) {
      await until('there is a connection to break', async () => (await backend('casegraph feed')) > 0);
      await backend('casegraph');
    }
    await writing;
    assert.deepEqual(await taken, sequence(before + 1, 300));
  });

  it('refuses a cursor of another feed, one that is none, and one ahead of what there is', async () => {
    const ahead = feed.cursorAt(1_000_000);
    const other = Buffer.from('ledger:1').toString('base64url');
    for (const cursor of [ahead, other, 'nonsense', '']) {
      await assert.rejects(follow(OFFICER, cursor), (error: { extensions?: { code?: string } }) => {
        assert.equal(error.extensions?.code, 'FOREIGN_CURSOR');
        return true;
      });
    }
  });

  it('ends where the database was set back behind what it has given, rather than leaving something out', async () => {
    const followed = await follow(OFFICER);
    const next = followed.next();
    const admin = await connectAsSuperuser(new URL(url).pathname.slice(1));
    try {
      await admin.query('update feed_heads set position = position - 1; notify casegraph_feed');
      assert.equal((await next).done, true);
    } finally {
      await admin.query('update feed_heads set position = position + 1');
      await admin.end();
    }
  });

  it('ends for all when it is closed', async () => {
    const followed = await follow(OFFICER);
    const next = followed.next();
    await feed.close();
    assert.equal((await next).done, true);
  });
});

async function take(followed: Followed<AidLeadChange>, count: number): Promise<number[]> {
  const positions: number[] = [];
  while (positions.length < count) {
    const { value, done } = await followed.next();
    if (done) break;
    positions.push(value.position);
  }
  return positions;
}

function sequence(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => from + index);
}

/** A lead of Heping, without anything that a feed would not ask for. */
async function insertLead(url: string): Promise<string> {
  const db = connectDatabase(url, 1);
  const id = uuidv7();
  try {
    await db('aid_leads').insert({
      id,
      number: '妇救线索〔2020〕1号',
      region_code: '210102',
      applicant_token: 'token',
      applicant_name_sealed: 'sealed',
      applicant_id_number_sealed: 'sealed',
      source: 'HOME_VISIT',
      hardship_code: 'EARNER_KILLED_OR_DISABLED',
      members: 2,
      minors: 1,
      monthly_income: '1860.00',
      school_recognised_hardship: true,
      case_id: uuidv7(),
      case_number: '（2020）辽0102刑初1号',
      description: '试验',
      created_at: new Date(),
      created_by: 'one',
    });
  } finally {
    await db.destroy();
  }
  return id;
}
