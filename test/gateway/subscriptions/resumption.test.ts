import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Asker } from '../../../demo/story/people.ts';
import * as operations from '../../../schema/generated/operations.ts';
import { connectAsSuperuser } from '../../harness/cluster.ts';
import { followAt, type Subscriber } from '../../harness/gateway/subscriber.ts';
import { positionIn, positionsOf, writeChanges } from '../../harness/leadEvents.ts';
import { createLead, until } from '../../harness/leads.ts';
import { startWire, type Wire } from '../../harness/network/wire.ts';
import { SYSTEM_PARTS, startSystem, type TestSystem } from '../../harness/system.ts';
import { tokenOf } from '../../harness/token.ts';

const OFFICER = 'womens-federation.shenyang.officer';
const QUERY =
  'subscription ($after: String) { aidLeadChanged(after: $after) { cursor aidLead { id aidCase { id } } } }';
const EVENTS = 600;
const RETRY_MS = 50;

/** An agency's system that follows, and comes again after its last cursor whenever the stream ends. */
interface Follower {
  /** Of what came, in the order in which it came. */
  positions: number[];
  /** Why streams ended, where they said it. */
  endings: Set<unknown>;
  times: number;
  stop(): void;
}

describe('whoever comes again after the last cursor', () => {
  let system: TestSystem;
  let officer: Asker;
  let token: string;
  let aidLeadId: string;
  /** Between the follower and the gateway, and between the gateway and the federation. */
  let near: Wire;
  let far: Wire;
  before(async () => {
    system = await startSystem({ parts: SYSTEM_PARTS.filter((part) => part !== 'gateway') });
    far = await startWire(system.config.urls['womens-federation'] as string);
    near = await startWire(system.config.urls.gateway as string);
    await startGateway();
    officer = await system.people.as(OFFICER);
    token = await tokenOf(system, OFFICER);
    aidLeadId = await createLead(system, officer);
  });
  after(async () => {
    await system.stop();
    await Promise.all([near.close(), far.close()]);
  });

  const startGateway = () => system.startPart('gateway', { 'womens-federation': far.url });
  const federation = () => system.databaseUrls['womens-federation'] as string;

  function follow(after: string): Follower {
    const follower: Follower = { positions: [], endings: new Set(), times: 0, stop: () => undefined };
    let cursor = after;
    let current: Subscriber | null = null;
    let isStopped = false;
    const takeAll = ({ events }: Subscriber) => {
      for (const { data, errors, cursor: at } of events.splice(0)) {
        if (data?.aidLeadChanged && at !== null) {
          follower.positions.push(positionIn((data.aidLeadChanged as { cursor: string }).cursor));
          cursor = at;
        }
        for (const error of errors) follower.endings.add(error.extensions?.code);
      }
    };
    const run = async () => {
      while (!isStopped) {
        const headers = { authorization: `Bearer ${token}` };
        current = await followAt(`${near.url}/graphql`, { query: QUERY, variables: { after: cursor }, headers }).catch(
          () => null,
        );
        follower.times += 1;
        await current?.ended;
        if (current) takeAll(current);
        await sleep(RETRY_MS);
      }
    };
    const watch = setInterval(() => current && takeAll(current), 10);
    void run();
    follower.stop = () => {
      isStopped = true;
      clearInterval(watch);
      current?.leave();
    };
    return follower;
  }

  async function missesNothingWhile(breaks: (follower: Follower) => Promise<void>): Promise<Follower> {
    const { aidLeadChangeCursor } = await officer.ask(operations.AidLeadChangeCursorDocument, {});
    const first = positionIn(aidLeadChangeCursor) + 1;
    const follower = follow(aidLeadChangeCursor);
    try {
      await until('the first stream has begun', async () => follower.times > 0 || near.open() > 0);
      const writing = writeChanges(federation(), aidLeadId, { count: EVENTS, writers: 6, mostWaitMs: 40 });
      await breaks(follower);
      await writing;
      await until('all have come', async () => follower.positions.length >= EVENTS);
      await sleep(200);
      assert.deepEqual(
        follower.positions,
        Array.from({ length: EVENTS }, (_, index) => first + index),
      );
    } finally {
      follower.stop();
    }
    assert.deepEqual(
      await positionsOf(federation()),
      Array.from({ length: first - 1 + EVENTS }, (_, index) => 1 + index),
    );
    return follower;
  }
  const someHaveCome = (follower: Follower, count: number) =>
    until(`${count} have come`, async () => follower.positions.length >= count);

  it('has every event once, while the connection is cut again and again', async () => {
    const follower = await missesNothingWhile(async (following) => {
      for (const count of [50, 150, 250, 350, 450]) {
        await someHaveCome(following, count);
        near.cut();
      }
    });
    assert.ok(follower.times >= 5, `${follower.times} streams`);
  });

  it('has every event once, while the subgraph’s stream is cut behind the gateway', async () => {
    const follower = await missesNothingWhile(async (following) => {
      for (const count of [100, 200, 300]) {
        await someHaveCome(following, count);
        far.cut();
      }
    });
    assert.ok(follower.endings.has('AGENCY_UNAVAILABLE'), [...follower.endings].join());
  });

  it('has every event once, while the gateway is replaced', async () => {
    const follower = await missesNothingWhile(async (following) => {
      await someHaveCome(following, 100);
      await system.stopPart('gateway');
      await startGateway();
    });
    assert.ok(follower.endings.has('GATEWAY_STOPPING'), [...follower.endings].join());
  });

  it('has every event once, while the subgraph is replaced', async () => {
    await missesNothingWhile(async (following) => {
      await someHaveCome(following, 100);
      await system.stopPart('womens-federation');
      await system.startPart('womens-federation');
    });
  });

  it('notices nothing where the database ends the subgraph’s connections', async () => {
    const admin = await connectAsSuperuser();
    try {
      const follower = await missesNothingWhile(async (following) => {
        for (const count of [100, 200, 300]) {
          await someHaveCome(following, count);
          // While the one that was ended is replaced there is none.
          await until('the connection that listens is ended', async () => {
            const { rowCount } = await admin.query(
              "select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and application_name = 'casegraph feed'",
              [new URL(federation()).pathname.slice(1)],
            );
            return rowCount === 1;
          });
        }
      });
      assert.equal(follower.times, 1, 'the stream went on');
    } finally {
      await admin.end();
    }
  });
});
