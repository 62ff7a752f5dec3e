import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startSystem, type TestSystem } from './harness/system.ts';
import { AGENCY_PARTS } from '../runtime/partNames.ts';
import { type Fixture, fillFixture } from './matrix/fixture.ts';
import { gapsOf, prepareAll, type PartWork, runMatrix } from './matrix/run.ts';
import { type AskSubgraph, createSubgraphAsker } from './matrix/subgraphAsker.ts';

/** CASEGRAPH_MATRIX=whole asks everything; otherwise one turn in twelve is drawn, always the same. */
const ONE_IN = process.env['CASEGRAPH_MATRIX'] === 'whole' ? 1 : 12;

describe('the matrix of fields, agencies, roles, purposes and referrals', () => {
  let system: TestSystem;
  let fixture: Fixture;
  let ask: AskSubgraph;
  let works: PartWork[];
  before(async () => {
    system = await startSystem({ parts: AGENCY_PARTS });
    fixture = await fillFixture(system);
    ask = createSubgraphAsker(system);
    works = await prepareAll(fixture, ask);
  });
  after(() => system.stop());

  it('its records have a value in every field', () => {
    assert.deepEqual(works.flatMap(gapsOf), []);
  });

  it('every field comes as the schema says, to everybody, under every referral', { timeout: 1_800_000 }, async () => {
    const since = performance.now();
    const findings = await runMatrix(works, fixture, ask, ONE_IN);
    console.log(findings.checked, findings.beside, performance.now() - since);
    console.log(findings.wrong.length);
    assert.deepEqual(findings.wrong.slice(0, 40), []);
  });
});
