import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Grant } from './decide.ts';
import { createGrants, GrantUnconfirmed, receive } from './grants.ts';

const READER = { agency: 'PROSECUTORS', region: '210100' };
const OPEN: Grant = { referralId: 'r', purpose: 'JUDICIAL_AID', caseId: null, personTokens: [] };
/** Well over the 800 ms for which a word holds. */
const SLOW_MS = 1_000;

/** An exchange that looks at once and says what it saw after a while, another for each question. */
function exchangeThatTakes(...milliseconds: number[]) {
  const asked: number[] = [];
  const grants = createGrants(async () => {
    const takes = milliseconds[asked.length] ?? milliseconds.at(-1) ?? 0;
    asked.push(takes);
    await sleep(takes);
    return OPEN;
  });
  return { asked, grants };
}

describe('the exchange’s word on a referral', () => {
  it('holds for a moment, and is shared by those who ask meanwhile', async () => {
    const { asked, grants } = exchangeThatTakes(20);
    await Promise.all([grants.of('r', READER), grants.confirmed('r', READER)]);
    assert.deepEqual(await grants.confirmed('r', READER), { grant: OPEN });
    assert.equal(asked.length, 1);
    await sleep(SLOW_MS);
    await grants.confirmed('r', READER);
    assert.equal(asked.length, 2);
  });

  it('confirms nothing that is about to leave where it comes late, however often it is asked', async () => {
    const { asked, grants } = exchangeThatTakes(SLOW_MS);
    assert.deepEqual(await grants.of('r', READER), { grant: OPEN }, 'good enough to begin with');
    await assert.rejects(grants.confirmed('r', READER), GrantUnconfirmed);
    assert.equal(asked.length, 4);
  });

  it('is asked for once more where a question that was under way took too long', async () => {
    const { asked, grants } = exchangeThatTakes(SLOW_MS, 10);
    const [, confirmed] = await Promise.all([grants.of('r', READER), grants.confirmed('r', READER)]);
    assert.deepEqual(confirmed, { grant: OPEN });
    assert.deepEqual(asked, [SLOW_MS, 10]);
  });

  it('is taken from the gateway while it is young, and asked for when it is not', async () => {
    const { asked, grants } = exchangeThatTakes(10);
    grants.receive('r', READER, receive({ grant: OPEN, age: 700, askedAt: Date.now() - 700 }));
    assert.deepEqual(await grants.confirmed('r', READER), { grant: OPEN });
    assert.equal(asked.length, 0);
    await grants.confirmed('r', { ...READER, region: '210200' });
    assert.equal(asked.length, 1, 'for one reader only');
    await sleep(150);
    await grants.confirmed('r', READER);
    assert.equal(asked.length, 2, 'older than 800 ms by now');
    grants.receive('r', READER, receive({ grant: null, age: 300, askedAt: Date.now() - 300 }));
    assert.deepEqual(await grants.confirmed('r', READER), { grant: OPEN }, 'our own word is newer');
    grants.receive('r', READER, receive({ grant: null, age: 0, askedAt: Date.now() }));
    assert.deepEqual(await grants.confirmed('r', READER), { grant: null }, 'the newest counts');
  });

  it('is as old as either clock says', async () => {
    const told = { late: { age: 10, askedAt: Date.now() - 900 }, old: { age: 900, askedAt: Date.now() + 60_000 } };
    for (const [name, times] of Object.entries(told)) {
      const { asked, grants } = exchangeThatTakes(10);
      grants.receive('r', READER, receive({ grant: null, ...times }));
      assert.deepEqual(await grants.of('r', READER), { grant: OPEN }, name);
      assert.equal(asked.length, 1, name);
    }
  });
});
