import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createCurrentSupergraph } from './currentSupergraph.ts';
import type { ServedSupergraph } from './servedSupergraph.ts';

describe('the current supergraph', () => {
  /** Supergraphs that record which of them are not stopped. */
  function make() {
    const alive = new Set<string>();
    const served = (version: string): ServedSupergraph => {
      alive.add(version);
      const engine = {
        prepare: () => undefined,
        execute: () => assert.fail('nothing is asked here'),
        subscribe: () => assert.fail('nothing is followed here'),
        subgraphs: () => [],
        stop: async () => void (alive.delete(version) || assert.fail(`${version} is stopped twice`)),
      };
      return {
        version,
        subgraphs: [],
        admission: { trusted: () => [], admit: () => assert.fail() },
        engine,
        grants: null,
      };
    };
    return { served, alive: () => [...alive] };
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('lets work end on the supergraph that it began with, which is stopped afterwards', async () => {
    const { served, alive } = make();
    const current = createCurrentSupergraph(served('one'), 60_000);
    const ended: string[] = [];
    const ends: (() => void)[] = [];
    const work = async ({ version }: ServedSupergraph) => {
      await new Promise<void>((resolve) => ends.push(resolve));
      ended.push(version);
    };
    const begun = [current.use(work), current.use(work)];
    const replaced = current.replace(served('two'));
    begun.push(current.use(work));
    assert.equal(current.served.version, 'two');
    for (const end of [2, 0]) {
      ends[end]?.();
      await turn();
      assert.deepEqual(alive(), ['one', 'two']);
    }
    ends[1]?.();
    await Promise.all(begun);
    await replaced;
    assert.deepEqual([ended, alive()], [['two', 'one', 'one'], ['two']]);
    await current.stop();
    assert.deepEqual(alive(), []);
  });

  it('counts work that fails as ended', async () => {
    const { served, alive } = make();
    const current = createCurrentSupergraph(served('one'), 60_000);
    const failing = current.use(async () => {
      await turn();
      throw new Error('as it happens');
    });
    const replaced = current.replace(served('two'));
    await assert.rejects(failing, /as it happens/);
    await replaced;
    assert.deepEqual(alive(), ['two']);
  });

  it('does not wait for ever, and stops the rest with the gateway', async () => {
    const { served, alive } = make();
    const current = createCurrentSupergraph(served('one'), 30);
    void current.use(() => new Promise(() => undefined));
    // The timer alone keeps no process alive.
    const awake = setInterval(() => undefined, 10);
    await current.replace(served('two'));
    clearInterval(awake);
    assert.deepEqual(alive(), ['two']);
    void current.use(() => new Promise(() => undefined));
    void current.replace(served('three'));
    await current.stop();
    await current.replace(served('four'));
    assert.deepEqual(alive(), []);
  });
});
