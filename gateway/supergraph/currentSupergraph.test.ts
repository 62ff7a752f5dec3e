import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createGraphs } from './currentSupergraph.ts';
import type { Graph } from './servedSupergraph.ts';

describe('the graphs of a gateway', () => {
  /** Graphs that tell which of them have not been stopped. */
  function make() {
    const alive = new Set<string>();
    const graph = (version: string): Graph => {
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
        door: { trusted: () => [], admit: () => assert.fail() },
        engine,
        referrals: null,
      };
    };
    return { graph, alive: () => [...alive] };
  }
  const turn = () => new Promise((resolve) => setImmediate(resolve));

  it('ends work on the graph that it was begun on, which is stopped after the last of it', async () => {
    const { graph, alive } = make();
    const graphs = createGraphs(graph('one'), 60_000);
    const ended: string[] = [];
    const ends: (() => void)[] = [];
    const work = async ({ version }: Graph) => {
      await new Promise<void>((resolve) => ends.push(resolve));
      ended.push(version);
    };
    const begun = [graphs.use(work), graphs.use(work)];
    const swapped = graphs.swap(graph('two'));
    begun.push(graphs.use(work));
    assert.equal(graphs.current.version, 'two');
    for (const end of [2, 0]) {
      ends[end]?.();
      await turn();
      assert.deepEqual(alive(), ['one', 'two']);
    }
    ends[1]?.();
    await Promise.all(begun);
    await swapped;
    assert.deepEqual([ended, alive()], [['two', 'one', 'one'], ['two']]);
    await graphs.stop();
    assert.deepEqual(alive(), []);
  });

  it('counts work that fails as ended', async () => {
    const { graph, alive } = make();
    const graphs = createGraphs(graph('one'), 60_000);
    const failing = graphs.use(async () => {
      await turn();
      throw new Error('as it happens');
    });
    const swapped = graphs.swap(graph('two'));
    await assert.rejects(failing, /as it happens/);
    await swapped;
    assert.deepEqual(alive(), ['two']);
  });

  it('does not wait for ever, and stops what is left with the gateway', async () => {
    const { graph, alive } = make();
    const graphs = createGraphs(graph('one'), 30);
    void graphs.use(() => new Promise(() => undefined));
    // The timer alone keeps no process alive.
    const awake = setInterval(() => undefined, 10);
    await graphs.swap(graph('two'));
    clearInterval(awake);
    assert.deepEqual(alive(), ['two']);
    void graphs.use(() => new Promise(() => undefined));
    void graphs.swap(graph('three'));
    await graphs.stop();
    await graphs.swap(graph('four'));
    assert.deepEqual(alive(), []);
  });
});
