import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validate, version } from 'uuid';
import { createRandom } from './random.ts';

test('the same seed gives the same numbers, another seed others', () => {
  const draw = (seed: string) => {
    const random = createRandom(seed);
    return Array.from({ length: 50 }, () => random.int(1, 1_000));
  };
  assert.deepEqual(draw('one'), draw('one'));
  assert.notDeepEqual(draw('one'), draw('two'));
});

test('whole numbers reach both ends and nothing beyond', () => {
  const random = createRandom('ends');
  const drawn = new Set(Array.from({ length: 500 }, () => random.int(3, 6)));
  assert.deepEqual([...drawn].sort(), [3, 4, 5, 6]);
});

test('what weighs more comes more often, and what weighs nothing never', () => {
  const random = createRandom('weights');
  const drawn = Array.from({ length: 2_000 }, () =>
    random.weighted([
      ['often', 8],
      ['seldom', 2],
      ['never', 0],
    ] as const),
  );
  const share = drawn.filter((each) => each === 'often').length / drawn.length;
  assert.ok(share > 0.75 && share < 0.85, `often came in ${share}`);
  assert.ok(!drawn.some((each) => (each as string) === 'never'));
});

test('ids are UUIDv7 and their order is the order of their moments', () => {
  const random = createRandom('ids');
  const moments = ['2022-01-04T01:00:00.000Z', '2023-03-11T14:15:00.123Z', '2026-11-23T09:00:00.999Z'].map(
    (text) => new Date(text),
  );
  const ids = moments.map((moment) => random.uuid(moment));
  assert.deepEqual(ids.toSorted(), ids);
  for (const [index, id] of ids.entries()) {
    assert.ok(validate(id) && version(id) === 7, id);
    assert.equal(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16), moments[index]?.getTime());
  }
});
