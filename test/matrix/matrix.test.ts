import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { AGENCY_PARTS } from '../../runtime/partNames.ts';
import { startSystem, type TestSystem } from '../harness/system.ts';
import { betrayals, sealEverywhere } from './absence.ts';
import { AGENCIES } from './expected/facts.ts';
import { type Findings, noFindings } from './expected/judge.ts';
import { ROLE_SETS } from './expected/readers.ts';
import { mayFollow } from './expected/roles.ts';
import { readParts } from './expected/schemaText.ts';
import { type PartWork, prepareAll } from './partWork.ts';
import { runMatrix, unseen } from './run.ts';
import { type Fixture, fillFixture } from './samples/fixture.ts';
import { type AskSubgraph, createStreamBeginner, createSubgraphAsker } from './ways/subgraphAsker.ts';

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
  let fixture: Fixture;
  let ask: AskSubgraph;
  let works: PartWork[] = [];
  let findings: Findings = noFindings();
  before(async () => {
    system = await startSystem({ parts: AGENCY_PARTS });
    fixture = await fillFixture(system);
    ask = createSubgraphAsker(system);
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

  it('every stream opens to the agencies and roles of the table and to no others, and to nobody under a referral', async (test) => {
    const begin = createStreamBeginner(system);
    const wrong: string[] = [];
    const met = new Map<string | null, number>();
    for (const { name: part, types } of readParts())
      for (const { name: stream } of types.get('Subscription')?.fields ?? [])
        for (const agency of AGENCIES)
          for (const roles of ROLE_SETS)
            for (const referral of [null, randomUUID()]) {
              const code = await begin(part, { agency, roles }, referral, `subscription { ${stream} { cursor } }`);
              const allowed = mayFollow(stream, agency, roles) ? null : 'NOT_PERMITTED';
              const right = referral === null ? allowed : 'REFERRAL_NOT_FOR_STREAMS';
              met.set(code, (met.get(code) ?? 0) + 1);
              if (code !== right) wrong.push(`${stream} to ${roles} of ${agency}: ${code}, not ${right}`);
            }
    test.diagnostic([...met].map(([code, count]) => `${count} ${code ?? 'opened'}`).join(', '));
    assert.deepEqual(wrong, []);
    assert.equal(met.size, 3, 'streams that open, and both reasons to refuse');
  });

  it('a sealed record answers as one that does not exist, to every agency and role, but to its own and who sealed it', async (test) => {
    const before = await betrayals(works, fixture, ask);
    assert.ok(before.found.length > before.compared / 4, 'which shows while it is not sealed');
    await sealEverywhere(system, fixture.records[0]);
    const { found, compared } = await betrayals(works, fixture, ask);
    test.diagnostic(`${compared} answers compared`);
    assert.deepEqual(found, []);
  });
});
