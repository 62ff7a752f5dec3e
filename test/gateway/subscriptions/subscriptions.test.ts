import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { print } from 'graphql';
import { createClient } from 'graphql-sse';
import { Agent, fetch } from 'undici';
import { parse } from 'yaml';
import type { Asker } from '../../../demo/story/people.ts';
import * as operations from '../../../schema/generated/operations.ts';
import { connectDatabase } from '../../../subgraphs/kit/database/database.ts';
import { follow, type Subscriber } from '../../harness/gateway/subscriber.ts';
import { positionIn, writeChanges } from '../../harness/leadEvents.ts';
import { acceptedLead, createLead, freshKey, referredLead, until } from '../../harness/leads.ts';
import { startWire, type Wire } from '../../harness/network/wire.ts';
import { operation } from '../../harness/operation.ts';
import { SYSTEM_PARTS, startSystem, type TestSystem } from '../../harness/system.ts';
import { tokenOf } from '../../harness/token.ts';

const REFERRAL_EVENTS = print(operations.ReferralEventsDocument);
const AID_LEAD_CHANGED = print(operations.AidLeadChangedDocument);
const OFFICER = 'womens-federation.shenyang.officer';

type Event = Record<string, unknown> & { action: string; cursor: string };
const eventsOf = ({ events }: Subscriber) => events.map(({ data }) => Object.values(data ?? {})[0] as Event);
const actionsOf = (subscriber: Subscriber) => eventsOf(subscriber).map(({ action }) => action);
/** Long enough for what would have come to have come. */
const A_WHILE_MS = 1_000;

describe('subscriptions', () => {
  let system: TestSystem;
  let wire: Wire;
  let officer: Asker;
  let prosecutor: Asker;
  const tokens = new Map<string, string>();
  before(async () => {
    system = await startSystem({
      parts: SYSTEM_PARTS.filter((part) => part !== 'gateway'),
      env: { LIMITS_USER_STREAMS: '6' },
    });
    wire = await startWire(system.config.urls['womens-federation'] as string);
    await system.startPart('gateway', { 'womens-federation': wire.url });
    officer = await system.people.as(OFFICER);
    prosecutor = await system.people.as('prosecutors.shenyang.prosecutor');
  });
  after(async () => {
    await system.stop();
    await wire.close();
  });

  const as = async (
    username: string,
    query: string,
    more: { variables?: object; headers?: Record<string, string> } = {},
  ) => {
    const token = tokens.get(username) ?? (await tokenOf(system, username));
    tokens.set(username, token);
    return follow(system, token, { query, ...more } as Parameters<typeof follow>[2]);
  };
  const codeOf = async (subscriber: Subscriber) => {
    assert.ok(await subscriber.ended, 'complete was said');
    return subscriber.events.at(-1)?.errors[0]?.extensions?.code;
  };

  it('an event comes within a second of the change, with what two agencies hold completed through the graph', async () => {
    const subscriber = await as(OFFICER, REFERRAL_EVENTS);
    const leads = await as(OFFICER, AID_LEAD_CHANGED);
    assert.equal(subscriber.headers['content-type'], 'text/event-stream; charset=utf-8');
    const { aidCaseId } = await acceptedLead(system, officer, prosecutor);
    const answered = performance.now();
    await until(
      'the acceptance is told',
      async () => actionsOf(subscriber).includes('ACCEPT') && actionsOf(leads).includes('ACCEPT'),
    );
    assert.deepEqual(actionsOf(subscriber), ['SEND', 'RECEIVE', 'ACCEPT']);
    assert.deepEqual(actionsOf(leads), ['CREATED', 'SEND', 'RECEIVE', 'ACCEPT']);
    const accepted = subscriber.events[2];
    // What the prosecutor did was delivered to the federation after it was answered: all of that is in this time.
    assert.ok((accepted?.at ?? 0) - answered < 1_000, `${(accepted?.at ?? 0) - answered} ms`);
    const { referral } = eventsOf(subscriber)[2] as unknown as {
      referral: Record<string, { status: string; version: number }>;
    };
    assert.deepEqual(referral.prosecutorsSide, { status: 'ACCEPTED', version: 3 });
    assert.ok((referral.womensFederationSide?.version ?? 0) >= 2);
    const change = eventsOf(leads)[3] as unknown as { aidLead: { aidCase: { id: string } } };
    assert.equal(change.aidLead.aidCase.id, aidCaseId, "the prosecutors' case of the federation's lead");
    subscriber.leave();
    leads.leave();
  });

  it('nobody is told of another region’s or another agency’s, and another agency not what the federation did by itself', async () => {
    const followed = {
      officer: await as(OFFICER, AID_LEAD_CHANGED),
      dalian: await as('womens-federation.dalian.officer', AID_LEAD_CHANGED),
      prosecutor: await as('prosecutors.shenyang.prosecutor', AID_LEAD_CHANGED),
      prosecutorOfDalian: await as('prosecutors.dalian.prosecutor', REFERRAL_EVENTS),
      police: await as('police.shenyang.officer', REFERRAL_EVENTS),
      hub: await as('hub.operator', REFERRAL_EVENTS),
    };
    const aidLeadId = await referredLead(system, officer);
    await officer.ask(operations.RecordVisitDocument, {
      input: {
        ...freshKey(),
        aidLeadId,
        visitedOn: '2024-05-01',
        returnVisit: false,
        participants: [],
        findings: '试验',
      },
    });
    await until('the visit is told', async () => actionsOf(followed.officer).includes('VISIT'));
    await sleep(A_WHILE_MS);
    const told = Object.fromEntries(Object.entries(followed).map(([who, subscriber]) => [who, actionsOf(subscriber)]));
    assert.deepEqual(told, {
      officer: ['CREATED', 'SEND', 'RECEIVE', 'VISIT'],
      dalian: [],
      prosecutor: ['SEND', 'RECEIVE'],
      prosecutorOfDalian: [],
      police: [],
      hub: ['SEND', 'RECEIVE'],
    });
    for (const subscriber of Object.values(followed)) subscriber.leave();
  });

  it('what another agency is told stands in the trail before it leaves', async () => {
    const subscriber = await as('prosecutors.shenyang.prosecutor', AID_LEAD_CHANGED);
    const aidLeadId = await referredLead(system, officer);
    await until('both steps are told', async () => subscriber.events.length === 2);
    const db = connectDatabase(system.databaseUrls['womens-federation'] as string, 1);
    try {
      const rows = await db('disclosures').where({ recordId: aidLeadId, subject: 'prosecutors.shenyang.prosecutor' });
      const read = new Set(rows.map(({ recordType }) => recordType));
      assert.deepEqual([...read].sort(), ['AidLead', 'AidLeadChange']);
      assert.equal(rows.length, 4, 'for each event');
    } finally {
      await db.destroy();
    }
    subscriber.leave();
  });

  it('only those follow whom the table of permissions names', async () => {
    assert.equal(await codeOf(await as('police.shenyang.officer', AID_LEAD_CHANGED)), 'NOT_PERMITTED');
    assert.equal(await codeOf(await as('hub.auditor', REFERRAL_EVENTS)), 'NOT_PERMITTED');
  });

  it('every stream, and where it stands, is for those whom the table of permissions names', async () => {
    const { subscriptions } = parse(
      readFileSync(new URL('../../../schema/permissions.yml', import.meta.url), 'utf8'),
    ) as {
      subscriptions: Record<string, { agencies: string[] | 'ALL'; roles: string[] }>;
    };
    const streams = { referralEvents: 'referralEventCursor', aidLeadChanged: 'aidLeadChangeCursor' };
    assert.deepEqual(Object.keys(subscriptions).sort(), Object.keys(streams).sort(), 'all that the schema has');
    for (const username of ['police.shenyang.officer', 'courts.shenyang.judge', 'hub.auditor', OFFICER]) {
      const asker = await system.people.as(username);
      const { viewer } = await asker.ask(operations.ViewerDocument, {});
      for (const [stream, cursor] of Object.entries(streams)) {
        const named = subscriptions[stream];
        const may =
          (named?.agencies === 'ALL' || named?.agencies.includes(viewer.agency.code)) &&
          viewer.roles.some((role) => named.roles.includes(role));
        const stands = await asker.answer(operation(`query Cursor { ${cursor} }`), {});
        assert.equal(typeof stands.data?.[cursor as never], may ? 'string' : 'undefined', `${username} ${cursor}`);
        const follower = await as(username, `subscription { ${stream} { cursor } }`);
        if (may) follower.leave();
        else assert.equal(await codeOf(follower), 'NOT_PERMITTED', `${username} ${stream}`);
      }
    }
  });

  it('a filter leaves out what it does not name, and one lead is followed alone', async () => {
    const [one, another] = [await createLead(system, officer), await createLead(system, officer)];
    const alone = await as(OFFICER, AID_LEAD_CHANGED, { variables: { id: another } });
    const received = await as(OFFICER, REFERRAL_EVENTS, {
      variables: { filter: { action: ['RECEIVE'], kind: ['JUDICIAL_AID_LEAD'], region: '210100' } },
    });
    const elsewhere = await as(OFFICER, REFERRAL_EVENTS, { variables: { filter: { region: '210200' } } });
    for (const aidLeadId of [one, another])
      await officer.ask(operations.ReferAidLeadDocument, { input: { ...freshKey(), aidLeadId, expectedVersion: 0 } });
    await until('both were received', async () => received.events.length === 2 && alone.events.length === 2);
    assert.deepEqual(actionsOf(received), ['RECEIVE', 'RECEIVE']);
    const leads = eventsOf(alone) as unknown as { aidLead: { id: string } }[];
    assert.deepEqual(
      leads.map(({ aidLead }) => aidLead.id),
      [another, another],
    );
    assert.equal(elsewhere.events.length, 0);
    for (const subscriber of [alone, received, elsewhere]) subscriber.leave();
  });

  it('a thousand events while nobody listens come after the cursor that was taken before, each once', async () => {
    const { aidLeadChangeCursor } = await officer.ask(operations.AidLeadChangeCursorDocument, {});
    const aidLeadId = await createLead(system, officer);
    await writeChanges(system.databaseUrls['womens-federation'] as string, aidLeadId, { count: 1_000, writers: 8 });
    const subscriber = await as(OFFICER, 'subscription ($after: String) { aidLeadChanged(after: $after) { cursor } }', {
      variables: { after: aidLeadChangeCursor },
    });
    await until('all have come', async () => subscriber.events.length >= 1_001);
    const first = positionIn(aidLeadChangeCursor) + 1;
    const positions = eventsOf(subscriber).map(({ cursor }) => positionIn(cursor));
    assert.deepEqual(
      positions,
      Array.from({ length: 1_001 }, (_, index) => first + index),
    );
    subscriber.leave();
  });

  it('whoever comes with Last-Event-ID goes on behind it, if the operation has a place for it', async () => {
    const before = await as(OFFICER, AID_LEAD_CHANGED);
    await until('the place has come before any event', async () => before.cursor() !== null);
    before.leave();
    await createLead(system, officer);
    const lastEvent = { 'last-event-id': before.cursor() as string };
    const resumed = await as(OFFICER, AID_LEAD_CHANGED, { headers: lastEvent });
    await until('what was missed has come', async () => resumed.events.length === 1);
    assert.equal(resumed.cursor(), eventsOf(resumed)[0]?.cursor, 'the id of the event is its cursor');
    resumed.leave();
    const without = await as(OFFICER, 'subscription { aidLeadChanged { cursor } }', { headers: lastEvent });
    assert.equal(await codeOf(without), 'NO_PLACE_FOR_CURSOR');
    const forged = await as(OFFICER, AID_LEAD_CHANGED, { headers: { 'last-event-id': 'a b' } });
    assert.equal(await codeOf(forged), 'BAD_CURSOR');
    const foreign = await as(OFFICER, REFERRAL_EVENTS, { headers: lastEvent });
    assert.equal(await codeOf(foreign), 'FOREIGN_CURSOR');
  });

  it('graphql-sse’s own client follows, leaves, and goes on', async () => {
    const dispatcher = new Agent();
    const client = createClient({
      url: `${system.config.urls.gateway}/graphql`,
      headers: { authorization: `Bearer ${await tokenOf(system, OFFICER)}` },
      retryAttempts: 0,
      fetchFn: (input: string, init: object) => fetch(input, { ...init, dispatcher }),
    });
    const follows = (after: string) =>
      client.iterate<{ aidLeadChanged: Event }>({ query: AID_LEAD_CHANGED, variables: { after } });
    const { aidLeadChangeCursor } = await officer.ask(operations.AidLeadChangeCursorDocument, {});
    await createLead(system, officer);
    await createLead(system, officer);
    const cursors: string[] = [aidLeadChangeCursor];
    for (const _time of ['first', 'second']) {
      for await (const { data } of follows(cursors.at(-1) as string)) {
        cursors.push(data?.aidLeadChanged.cursor as string);
        break;
      }
    }
    const [start = 0] = cursors.map(positionIn);
    assert.deepEqual(cursors.map(positionIn), [start, start + 1, start + 2]);
    client.dispose();
    await dispatcher.close();
  });

  it('an operation at fault is told in an event, and a query is answered by one', async () => {
    assert.equal(await codeOf(await as(OFFICER, 'subscription { nothing }')), 'GRAPHQL_VALIDATION_FAILED');
    const filtered = 'subscription { referralEvents(filter: { region: "2101" }) { action } }';
    assert.equal(await codeOf(await as(OFFICER, filtered)), 'REGION_CODE_FORMAT', 'before the stream begins');
    const conditional = 'subscription ($x: Boolean!) { referralEvents @include(if: $x) { action } }';
    assert.equal(await codeOf(await as(OFFICER, conditional, { variables: { x: true } })), 'GRAPHQL_VALIDATION_FAILED');
    const named = await as(OFFICER, REFERRAL_EVENTS, { headers: { 'x-referral': crypto.randomUUID() } });
    assert.equal(await codeOf(named), 'REFERRAL_NOT_FOR_STREAMS');
    const query = await as(OFFICER, '{ viewer { username } }');
    assert.ok(await query.ended);
    assert.deepEqual(
      query.events.map(({ data }) => data),
      [{ viewer: { username: OFFICER } }],
    );
  });

  it('a subscription asked for as JSON, and one without a token, are refused by status', async () => {
    const asJson = await as(OFFICER, REFERRAL_EVENTS, { headers: { accept: 'application/json' } });
    assert.equal(asJson.status, 406);
    const nobody = await follow(system, 'none', { query: REFERRAL_EVENTS });
    assert.equal(nobody.status, 401);
  });

  it('a user has so many streams at a time; one that is left makes room', async () => {
    const leader = 'womens-federation.shenyang.leader';
    const open = await Promise.all(Array.from({ length: 6 }, () => as(leader, REFERRAL_EVENTS)));
    assert.deepEqual(
      open.map(({ status }) => status),
      Array(6).fill(200),
    );
    assert.equal((await as(leader, REFERRAL_EVENTS)).status, 429);
    open[0]?.leave();
    await until('there is room again', async () => {
      const another = await as(leader, REFERRAL_EVENTS);
      if (another.status === 200) open.push(another);
      return another.status === 200;
    });
    for (const subscriber of open) subscriber.leave();
  });

  it('with whoever leaves, the stream behind the gateway ends too', async () => {
    // The gateway's own connections for fetches stay open beside those of streams.
    await createLead(system, officer);
    const idle = wire.open();
    const streams = () => wire.open() - idle;
    const stays = await as(OFFICER, AID_LEAD_CHANGED);
    const leaves = await as(OFFICER, AID_LEAD_CHANGED);
    assert.equal(streams(), 2);
    leaves.leave();
    await until('one has ended', async () => streams() === 1);
    await createLead(system, officer);
    await until('the other goes on', async () => stays.events.length === 1);
    stays.leave();
    await until('both have ended', async () => streams() === 0);
  });
});
