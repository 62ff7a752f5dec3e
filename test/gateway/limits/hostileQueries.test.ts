import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Agent, request } from 'undici';
import { LIMITS } from '../../../gateway/limits/limits.ts';
import { createAttacker } from '../../harness/attack/attacker.ts';
import { DEMONSTRATION_IN_PRODUCTION, startSystem, type TestSystem } from '../../harness/system.ts';
import { tokenOf } from '../../harness/token.ts';

const SEED = 20261124;
const COUNT = 10_000;
/** Of them, before anything is measured: what is compiled, planned and pooled once is there then. */
const WARMING = 500;
const AT_A_TIME = 32;
/** What the process may hold more afterwards. */
const HEAP_MB = 100;
/**
 * The longest wait of another user (99 of 100 questions), in waits of a quiet hub. All parts share one thread here, and two
 * cores with the attacker, who keeps them busy all the time.
 */
const SLOWER = 200;

describe('10,000 hostile requests', () => {
  let system: TestSystem;
  const connection = new Agent({ connections: 1 });
  before(async () => {
    // Production, but for documents of one's own: with the manifest alone nearly all would end there.
    const atATime = String(LIMITS.userAtATime.fallback);
    const env = { ...DEMONSTRATION_IN_PRODUCTION, TRUSTED_DOCUMENTS: 'off', LIMITS_USER_AT_A_TIME: atATime };
    system = await startSystem({ demo: { cases: 60, leads: 40 }, env });
  });
  after(async () => {
    await connection.close();
    await system.stop();
  });

  const headersOf = async (username: string) => ({
    authorization: `Bearer ${await tokenOf(system, username)}`,
    'content-type': 'application/json',
  });

  it('are refused with a code or answered within limits; memory and the patience of others are kept', async () => {
    const url = `${system.config.urls.gateway}/graphql`;
    const headers = await headersOf('prosecutors.shenyang.prosecutor');
    const body = '{"query":"{ viewer { username agency { name } } }"}';
    /** Another user's small question; how long the answer took. */
    const ask = async () => {
      const since = performance.now();
      const response = await request(url, { method: 'POST', headers, body, dispatcher: connection });
      assert.equal(response.statusCode, 200, await response.body.text());
      return performance.now() - since;
    };
    const hostile = await headersOf('womens-federation.shenyang.officer');
    const attacker = createAttacker({ url, headers: hostile, seed: SEED, atATime: AT_A_TIME });
    try {
      for (let warm = 0; warm < 100; warm += 1) await ask();
      await attacker.attack(WARMING);
      const quiet: number[] = [];
      for (let asked = 0; asked < 200; asked += 1) quiet.push(await ask());
      const heapBefore = heapMegabytes();

      const waits: number[] = [];
      let attacking = true;
      const asking = (async () => {
        while (attacking) {
          waits.push(await ask());
          await sleep(10);
        }
      })();
      const outcomes = await attacker.attack(COUNT - WARMING).finally(() => {
        attacking = false;
      });
      await asking;
      const heapAfter = heapMegabytes();

      const [quietMedian, p99] = [quantile(quiet, 0.5), quantile(waits, 0.99)];
      const told = `another user waits ${quietMedian.toFixed(1)} ms when it is quiet, and in 99 of 100 of ${waits.length} questions at most ${p99.toFixed(0)} ms under attack; heap ${heapBefore.toFixed(0)} MB, afterwards ${heapAfter.toFixed(0)} MB`;
      console.log(told);
      assert.ok(heapAfter - heapBefore < HEAP_MB, told);
      assert.ok(p99 < SLOWER * quietMedian, told);
      const all = Object.values(outcomes).flatMap((ofKind) => Object.entries(ofKind));
      const sum = (which: (outcome: string) => boolean) =>
        all.filter(([outcome]) => which(outcome)).reduce((total, [, count]) => total + count, 0);
      assert.equal(
        sum(() => true),
        COUNT - WARMING,
      );
      assert.ok(sum((outcome) => outcome === 'answered') > COUNT / 50, 'some are harmless, and answered');
      assert.ok(sum((outcome) => outcome === 'LIMIT_EXCEEDED') > COUNT / 20, 'some are beyond limits');
    } finally {
      await attacker.leave();
    }
  });
});

/** After everything that nobody holds was collected. */
function heapMegabytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
}
