import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { AGENCY_PARTS } from '../runtime/partNames.ts';
import { startSystem, type TestSystem } from './harness/system.ts';
import { fillFixture } from './matrix/fixture.ts';
import { type Findings, noFindings } from './matrix/judge.ts';
import { type PartWork, prepareAll } from './matrix/partWork.ts';
import { runMatrix, unseen } from './matrix/run.ts';
import { createSubgraphAsker } from './matrix/subgraphAsker.ts';

/** CASEGRAPH_MATRIX=whole asks everything, in some minutes; otherwise one turn in 24 is drawn, always the same. */
const ONE_IN = process.env.CASEGRAPH_MATRIX === 'whole' ? 1 : 24;
/** Everything takes minutes. */
const PATIENCE = { timeout: 1_800_000 };
const LEAST_DECISIONS = 20_000;
const OUTCOMES = [
  'CLEAR',
  'MASKED',
  'OTHERWISE',
  'NOT_SHARED',
  'ROLE_NOT_PERMITTED',
  'REFERRAL_REQUIRED',
  'REFERRAL_NOT_OPEN',
  'PURPOSE_NOT_PERMITTED',
  'OTHER_SUBJECT',
  'NOT_PERMITTED',
];

describe('the matrix of fields, agencies, roles, purposes and referrals', PATIENCE, () => {
  let system: TestSystem;
  let works: PartWork[] = [];
  let findings: Findings = noFindings();
  before(async () => {
    system = await startSystem({ parts: AGENCY_PARTS });
    const fixture = await fillFixture(system);
    const ask = createSubgraphAsker(system);
    works = await prepareAll(fixture, ask);
    findings = await runMatrix(works, fixture, ask, ONE_IN);
  }, PATIENCE);
  after(() => system.stop());

  it('every field comes as the schema says, to everybody and under every referral', (test) => {
    const decisions = [...findings.checked.values()].reduce((sum, count) => sum + count, 0);
    const byOutcome = OUTCOMES.map((outcome) => `${findings.checked.get(outcome) ?? 0} ${outcome}`).join(', ');
    test.diagnostic(`${decisions} decisions checked, ${findings.wrong.length} wrong: ${byOutcome}`);
    test.diagnostic(
      `${findings.beside} fields beside them: of rows that are kept back whole, or there for other viewers`,
    );
    assert.deepEqual(findings.wrong.slice(0, 20), [], `${findings.wrong.length} decisions are wrong`);
    assert.ok(decisions > LEAST_DECISIONS);
  });

  it('every way to a field of every type has shown somebody something, and every reason to refuse has been met', () => {
    assert.deepEqual(unseen(works, findings), []);
    assert.deepEqual(
      OUTCOMES.filter((outcome) => !findings.checked.get(outcome)),
      [],
    );
  });

  it('what is not shared never leaves, the hub reads no record, and without an open referral nothing conditional is read', () => {
    assert.deepEqual([...findings.leaks], []);
  });
});
