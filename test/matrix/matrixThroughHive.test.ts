import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AGENCY_PARTS } from '../../runtime/partNames.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';
import type { World } from './expected/expectation.ts';
import { turnsOf } from './expected/readers.ts';
import { readParts } from './expected/schemaText.ts';
import { type Fixture, fillFixture } from './samples/fixture.ts';
import { readStore } from './samples/store.ts';
import { joinTypes } from './tree.ts';
import { type HiveGateway, startHive } from './ways/hive.ts';
import { runThroughRouter } from './ways/router.ts';
import { createSubgraphAsker } from './ways/subgraphAsker.ts';

/** CASEGRAPH_MATRIX=whole asks far more; otherwise a share is drawn, always the same. */
const isWhole = process.env.CASEGRAPH_MATRIX === 'whole';
const PATIENCE = { timeout: 1_800_000 };
const LEAST_DECISIONS = 5_000;

describe('the matrix through another federation gateway', PATIENCE, () => {
  let system: TestSystem;
  let hive: HiveGateway;
  let fixture: Fixture;
  let world: World;
  before(async () => {
    system = await startSystem({ parts: AGENCY_PARTS });
    fixture = await fillFixture(system);
    const { records } = fixture;
    const parts = readParts();
    world = { types: joinTypes(parts), store: await readStore(parts, records, createSubgraphAsker(system)), records };
    hive = await startHive(system);
  });
  after(async () => {
    await hive?.stop();
    await system?.stop();
  });

  it(
    'with Hive Gateway in front, every field comes as the schema says, since the subgraphs decide',
    PATIENCE,
    async (test) => {
      const turns = turnsOf(fixture.situations, isWhole ? 8 : 24, 'router-1');
      const { requests, decisions, codes, wrong } = await runThroughRouter(world, turns, hive.ask, isWhole ? 1 : 8);
      test.diagnostic(`${decisions} decisions checked in ${requests} answers, ${wrong.length} wrong`);
      assert.deepEqual(wrong.slice(0, 20), [], `${wrong.length} answers are wrong`);
      assert.ok(decisions > LEAST_DECISIONS);
      const reasons = [
        'NOT_SHARED',
        'REFERRAL_REQUIRED',
        'REFERRAL_NOT_OPEN',
        'PURPOSE_NOT_PERMITTED',
        'OTHER_SUBJECT',
      ];
      assert.deepEqual(
        reasons.filter((reason) => !codes.has(reason)),
        [],
      );
    },
  );

  it('with Hive Gateway in front, users who ask the same at the same moment get each their own answer', async () => {
    const query = '{ viewer { username } }';
    const agencies = ['POLICE', 'COURTS', 'PROSECUTORS'];
    const asked = Array.from({ length: 30 }, (_, index) => agencies[index % agencies.length] as string);
    const answers = await Promise.all(asked.map((agency) => hive.ask({ agency, roles: ['officer'] }, null, query, {})));
    assert.deepEqual(
      answers.map(({ data }) => data),
      asked.map((agency) => ({ viewer: { username: `${agency}.officer` } })),
    );
  });
});
