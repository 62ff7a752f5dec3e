import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Asker, GraphqlAnswer } from '../../../demo/story/people.ts';
import { until } from '../../harness/leads.ts';
import { operation } from '../../harness/operation.ts';
import { dishonestIn } from '../../outages/honesty.ts';
import { LIES, MORE_THAN_ASKED, SECRET } from '../../outages/lies.ts';
import { type OutageSystem, startOutageSystem } from '../../outages/outageSystem.ts';

/** The exchange has the cases; the police and the courts add to each. */
interface Board {
  cases: {
    edges: { node: { id: string; policeCase: object | null; trials: { number: string; cause: string }[] | null } }[];
  };
}
const BOARD = operation<Board, { first: number }>(`
  query Board($first: Int!) {
    cases(first: $first) {
      edges { node { id number policeCase { number status } trials { number status cause } } }
    }
  }
`);
const POLICE_ALONE = operation<Board, { first: number }>(`
  query PoliceAlone($first: Int!) {
    cases(first: $first) { edges { node { id policeCase { number } } } }
  }
`);
const ALL = { first: 20 };
const BUDGET_MS = 1_000;
/** Beyond its budget: what the rest of the answer takes on a machine that is at work. */
const MARGIN_MS = 1_500;

describe('an answer while an agency fails', () => {
  let outage: OutageSystem;
  let prosecutor: Asker;
  let whole: Board;
  before(async () => {
    outage = await startOutageSystem(['courts'], ['exchange', 'police'], {}, { SUBGRAPH_TIMEOUT_MS: `${BUDGET_MS}` });
    prosecutor = await outage.system.people.as('prosecutors.shenyang.prosecutor');
    const { data, errors } = await prosecutor.answer(BOARD, ALL);
    assert.equal(errors, undefined);
    whole = data as Board;
    const { edges } = whole.cases;
    assert.ok(edges.some(({ node }) => node.trials?.length) && edges.some(({ node }) => node.policeCase));
  });
  after(() => outage?.stop());
  const courts = () => outage.victims.courts as OutageSystem['victims'][string];
  afterEach(async () => {
    courts().liar.tell(null);
    courts().part.goOn();
    if (!courts().part.isUp()) courts().part.start();
    await courts().part.untilUp(30_000);
    // The breaker may be open: it is tried again after a while.
    await until('the courts are back', async () => !(await ask()).answer.errors);
  });

  async function ask(): Promise<{ answer: GraphqlAnswer<Board>; ms: number }> {
    const begun = performance.now();
    const answer = await prosecutor.answer(BOARD, ALL);
    return { answer, ms: performance.now() - begun };
  }

  /** The others’ data are there, the courts’ are not, and it is said whose fault that is; nothing of where it is or what it said. */
  function assertHonest({ answer, ms }: { answer: GraphqlAnswer<Board>; ms: number }): void {
    assert.deepEqual(dishonestIn(answer, whole), []);
    assert.ok(answer.errors?.length, 'an error');
    for (const { path, extensions } of answer.errors ?? []) {
      assert.equal(path?.[0], 'cases');
      assert.match(
        String(extensions?.code),
        /^(AGENCY_UNAVAILABLE|AGENCY_ANSWER_INVALID|DOWNSTREAM_SERVICE_ERROR|DOWN)$/,
      );
      if (extensions?.code === 'AGENCY_UNAVAILABLE') assert.equal(extensions.agency, 'courts');
    }
    const edges = answer.data?.cases.edges ?? [];
    assert.deepEqual(
      edges.map(({ node }) => node.policeCase),
      whole.cases.edges.map(({ node }) => node.policeCase),
    );
    assert.ok(ms < BUDGET_MS + MARGIN_MS, `${ms} ms`);
    assertNothingLeaks(JSON.stringify(answer));
  }

  function assertNothingLeaks(text: string): void {
    for (const secret of [SECRET, '10.1.2.3', '127.0.0.1', String(outage.system.config.ports.courts), 'stacktrace'])
      assert.ok(!text.includes(secret), `${secret} in ${text.slice(0, 2_000)}`);
  }

  for (const [name, lie] of Object.entries(LIES)) {
    it(`has the others’ data, and no word of it, where it says: ${name}`, async () => {
      courts().liar.tell(lie);
      assertHonest(await ask());
      assertNothingLeaks(outage.log());
    });
  }

  for (const [name, lie] of Object.entries(MORE_THAN_ASKED)) {
    it(`is whole where it says: ${name}`, async () => {
      courts().liar.tell(lie);
      const { answer } = await ask();
      assert.deepEqual(answer.data, whole);
      assert.equal(answer.errors, undefined);
      assertNothingLeaks(JSON.stringify(answer));
    });
  }

  it('comes while its process is gone, and says so', async () => {
    await courts().part.kill();
    const killed = await ask();
    assertHonest(killed);
    assert.deepEqual(killed.answer.extensions?.agencies, {
      exchange: 'answered',
      police: 'answered',
      courts: 'failed',
    });
    const id = killed.answer.errors?.[0]?.extensions?.id;
    assert.ok(id);
    await until('the log has it under the id', async () => outage.log().includes(String(id)));
  });

  it('comes by a second try where the first met a process that had just ended', async () => {
    const before = courts().liar.asked;
    let times = 0;
    courts().liar.tell((response, honest) => {
      times += 1;
      if (times === 1) response.destroy();
      else response.writeHead(200, { 'content-type': 'application/json' }).end(honest);
    });
    const { answer } = await ask();
    assert.deepEqual([answer.data, answer.errors], [whole, undefined]);
    assert.equal(courts().liar.asked - before, 2);
  });

  it('waits for a process that hangs no longer than its budget, and then not at all, until it goes on', async () => {
    courts().part.pause();
    const first = await ask();
    assertHonest(first);
    assert.ok(first.ms >= BUDGET_MS * 0.9, `${first.ms} ms`);
    for (let failures = 1; failures < 5; failures += 1) await ask();
    await until('the breaker is open', async () => {
      const { ms, answer } = await ask();
      assert.deepEqual(dishonestIn(answer, whole), []);
      return ms < BUDGET_MS / 2;
    });
    assert.match(outage.log(), /BREAKER_OPEN/);
    const asked = courts().liar.asked;
    // Each its own question: identical ones would be one.
    const many = await Promise.all(
      Array.from({ length: 15 }, (_, index) => prosecutor.answer(BOARD, { first: index + 5 })),
    );
    for (const { data, errors } of many)
      assert.ok(
        data?.cases.edges.length && errors?.some(({ extensions }) => extensions?.code === 'AGENCY_UNAVAILABLE'),
      );
    assert.ok(courts().liar.asked - asked <= 1, 'it is left alone, but for one trial');
    courts().part.goOn();
    await until('it is asked again', async () => !(await ask()).answer.errors);
  });

  it('of others comes as fast as ever', async () => {
    const time = async () => {
      const times: number[] = [];
      for (let round = 0; round < 15; round += 1) {
        const begun = performance.now();
        const { edges } = (await prosecutor.ask(POLICE_ALONE, ALL)).cases;
        assert.equal(edges.length, whole.cases.edges.length);
        times.push(performance.now() - begun);
      }
      return times.sort((a, b) => a - b)[7] as number;
    };
    const usual = await time();
    courts().part.pause();
    const stop = new AbortController();
    const waiting = Array.from({ length: 10 }, async (_, index) => {
      while (!stop.signal.aborted) {
        // Each its own question: identical ones would be one.
        await prosecutor.answer(BOARD, { first: index + 5 });
        await sleep(20);
      }
    });
    await sleep(100);
    const meanwhile = await time();
    stop.abort();
    await Promise.all(waiting);
    assert.ok(meanwhile < usual * 5 + 50, `${meanwhile} ms, ${usual} ms before`);
  });

  it('is made once for those who ask the same at once', async () => {
    const before = courts().liar.asked;
    courts().liar.delay(200);
    const answers = await Promise.all(Array.from({ length: 8 }, ask));
    courts().liar.delay(0);
    for (const { answer } of answers) assert.deepEqual([answer.data, answer.errors], [whole, undefined]);
    assert.equal(courts().liar.asked - before, 1);
  });
});
