import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Window } from './decide.ts';
import { createWindows, WindowUnconfirmed } from './windows.ts';

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
});
