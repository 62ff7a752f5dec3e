import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Window } from './decide.ts';
import { createWindows, hear, WindowUnconfirmed } from './grants.ts';

const READER = { agency: 'PROSECUTORS', region: '210100' };
const OPEN: Window = { referralId: 'r', purpose: 'JUDICIAL_AID', caseId: null, personTokens: [] };
/** Well over the 800 ms for which a word holds. */
const SLOW_MS = 1_000;

/** An exchange that looks at once and says what it saw after a while, another for each question. */
function exchangeThatTakes(...milliseconds: number[]) {
  const asked: number[] = [];
  const windows = createWindows(async () => {
    const takes = milliseconds[asked.length] ?? milliseconds.at(-1) ?? 0;
    asked.push(takes);
    await sleep(takes);
    return OPEN;
  });
  return { asked, windows };
}

describe('the exchange’s word on a referral', () => {
  it('holds for a moment, and is shared by those who ask meanwhile', async () => {
    const { asked, windows } = exchangeThatTakes(20);
    await Promise.all([windows.of('r', READER), windows.confirmed('r', READER)]);
    assert.deepEqual(await windows.confirmed('r', READER), { window: OPEN });
    assert.equal(asked.length, 1);
    await sleep(SLOW_MS);
    await windows.confirmed('r', READER);
    assert.equal(asked.length, 2);
  });

  it('confirms nothing that is about to leave where it comes late, however often it is asked', async () => {
    const { asked, windows } = exchangeThatTakes(SLOW_MS);
    assert.deepEqual(await windows.of('r', READER), { window: OPEN }, 'good enough to begin with');
    await assert.rejects(windows.confirmed('r', READER), WindowUnconfirmed);
    assert.equal(asked.length, 4);
  });

  it('is asked for once more where a question that was under way took too long', async () => {
    const { asked, windows } = exchangeThatTakes(SLOW_MS, 10);
    const [, confirmed] = await Promise.all([windows.of('r', READER), windows.confirmed('r', READER)]);
    assert.deepEqual(confirmed, { window: OPEN });
    assert.deepEqual(asked, [SLOW_MS, 10]);
  });

  it('is taken from the gateway while it is young, and asked for when it is not', async () => {
    const { asked, windows } = exchangeThatTakes(10);
    windows.hear('r', READER, hear({ grant: OPEN, age: 700, askedAt: Date.now() - 700 }));
    assert.deepEqual(await windows.confirmed('r', READER), { window: OPEN });
    assert.equal(asked.length, 0);
    await windows.confirmed('r', { ...READER, region: '210200' });
    assert.equal(asked.length, 1, 'for one reader only');
    await sleep(150);
    await windows.confirmed('r', READER);
    assert.equal(asked.length, 2, 'older than 800 ms by now');
    windows.hear('r', READER, hear({ grant: null, age: 300, askedAt: Date.now() - 300 }));
    assert.deepEqual(await windows.confirmed('r', READER), { window: OPEN }, 'our own word is newer');
    windows.hear('r', READER, hear({ grant: null, age: 0, askedAt: Date.now() }));
    assert.deepEqual(await windows.confirmed('r', READER), { window: null }, 'the newest counts');
  });

  it('is as old as either clock says', async () => {
    const told = { late: { age: 10, askedAt: Date.now() - 900 }, old: { age: 900, askedAt: Date.now() + 60_000 } };
    for (const [name, times] of Object.entries(told)) {
      const { asked, windows } = exchangeThatTakes(10);
      windows.hear('r', READER, hear({ grant: null, ...times }));
      assert.deepEqual(await windows.of('r', READER), { window: OPEN }, name);
      assert.equal(asked.length, 1, name);
    }
  });
});
