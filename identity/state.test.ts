import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openEndings } from './endings.ts';
import { provisionSigningKeys, readSigningKeys, rotateSigningKeys } from './signingKeys.ts';
import { disable, enable, readStanding } from './standing.ts';

const home = mkdtempSync(join(tmpdir(), 'casegraph-identity-state-'));
after(() => rmSync(home, { recursive: true }));

const HOUR_MS = 3_600_000;
const secondsOf = (date: Date) => Math.floor(date.getTime() / 1000);

test('a new key signs, the one before is published until its signatures are of no use, and only its public half is kept', () => {
  const file = join(home, 'signing-keys.json');
  provisionSigningKeys(file);
  const [first] = readSigningKeys(file);
  const then = new Date();
  const { next, previous } = rotateSigningKeys(file, 3600, then);
  assert.deepEqual([previous, next === previous], [first?.kid, false]);
  const kids = (now: Date) => readSigningKeys(file, now).map(({ kid }) => kid);
  assert.deepEqual(kids(new Date(then.getTime() + HOUR_MS - 1)), [next, previous]);
  assert.deepEqual(kids(new Date(then.getTime() + HOUR_MS)), [next]);
  assert.deepEqual(
    readSigningKeys(file).map(({ d }) => d !== undefined),
    [true, false],
  );
  assert.ok(first?.d && !readFileSync(file, 'utf8').includes(first.d));
  assert.equal(statSync(file).mode & 0o777, 0o600);

  rotateSigningKeys(file, 3600, new Date(then.getTime() + 2 * HOUR_MS));
  assert.ok(!readFileSync(file, 'utf8').includes(previous), 'what is over leaves the file');
});

test('keys that are there stay when the installation is made again', () => {
  const file = join(home, 'again.json');
  provisionSigningKeys(file);
  const before = readFileSync(file, 'utf8');
  provisionSigningKeys(file);
  assert.equal(readFileSync(file, 'utf8'), before);
});

test('who is disabled is out, and enabled again only by a sign-in from after it', () => {
  const folder = join(home, 'standing');
  const standing = readStanding(folder);
  const at = new Date('2026-11-02T08:00:00.900Z');
  assert.deepEqual([standing.isDisabled('a.b'), standing.isOut('a.b', 0)], [false, false]);
  disable(folder, 'a.b', at);
  assert.deepEqual([standing.isDisabled('a.b'), standing.isOut('a.b', secondsOf(at) + 60)], [true, true]);
  assert.equal(standing.isOut('a.c', 0), false);
  enable(folder, 'a.b');
  assert.equal(standing.isDisabled('a.b'), false);
  assert.deepEqual(
    [-1, 0, 1].map((seconds) => standing.isOut('a.b', secondsOf(at) + seconds)),
    [true, true, false],
  );
  enable(folder, 'never.disabled');
  assert.equal(standing.isOut('never.disabled', 0), false);
});

test('an entry that cannot be read lets nobody in by accident', () => {
  const folder = join(home, 'broken');
  disable(folder, 'a.b');
  writeFileSync(join(folder, 'a.b'), '{');
  assert.throws(() => readStanding(folder).isOut('a.b', secondsOf(new Date())));
});

test('what was signed out stays so over a restart, for as long as a token of it could live', () => {
  const file = join(home, 'endings');
  const clock = { now: 1_000_000 };
  const open = () => openEndings(file, 60, () => clock.now);
  open().end('early');
  clock.now += 30_000;
  const endings = open();
  endings.end('late');
  appendFileSync(file, '1060');
  assert.deepEqual(['early', 'late', 'other'].map(open().hasEnded), [true, true, false]);
  clock.now += 31_000;
  assert.deepEqual(['early', 'late'].map(open().hasEnded), [false, true]);
  assert.ok(!readFileSync(file, 'utf8').includes('early'));
});
